import assert from 'node:assert/strict';
import test from 'node:test';
import { countdownText, momentsPassed, momentText } from '../src/js/time_left.js';

test('shows whole minutes until the last one, rounded up so that it never promises less than there is', () => {
  assert.equal(countdownText(1200), '20 minutes left');
  assert.equal(countdownText(1141), '20 minutes left');
  assert.equal(countdownText(61), '2 minutes left');
  assert.equal(countdownText(5400), '1 hour 30 minutes left');
});
test('shows seconds in the last minute', () => {
  assert.equal(countdownText(60), '1:00 left');
  assert.equal(countdownText(9), '0:09 left');
  assert.equal(countdownText(0), '0:00 left');
});
test('speaks at 10, 5 and 1 minutes and 30 seconds, once, also when a tick came late', () => {
  assert.deepEqual(momentsPassed(600.5, 599.5), [600]);
  assert.deepEqual(momentsPassed(599.5, 598.5), []);
  assert.deepEqual(momentsPassed(700, 20), [600, 300, 60, 30]);
  assert.deepEqual(momentsPassed(1200, 1199), []);
});
test('names the moments in words', () => {
  assert.equal(momentText(600), '10 minutes left.');
  assert.equal(momentText(60), '1 minute left.');
  assert.equal(momentText(30), '30 seconds left.');
});
