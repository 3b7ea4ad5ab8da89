import assert from 'node:assert/strict';
import test from 'node:test';
import { words } from '../src/js/duration.js';

test('the time left reads as people say it', () => {
  assert.equal(words(120), '2 minutes');
  assert.equal(words(61), '1 minute 1 second');
  assert.equal(words(60), '1 minute');
  assert.equal(words(20), '20 seconds');
  assert.equal(words(0), '0 seconds');
});
