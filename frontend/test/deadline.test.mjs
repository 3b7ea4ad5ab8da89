import assert from 'node:assert/strict';
import test from 'node:test';
import { Deadline } from '../src/js/deadline.js';

const minute = 60_000;

function clocks() {
  const at = { now: 5000, wall: 1_700_000_000_000 };
  const pass = (ms) => { at.now += ms; at.wall += ms; };
  return { at, pass, clocks: { now: () => at.now, wall: () => at.wall } };
}

test('a clock put forward or back by an hour takes no time and gives none', () => {
  const { at, pass, clocks: both } = clocks();
  const deadline = new Deadline(20 * minute, at.now, both);
  pass(minute);
  at.wall += 60 * minute;
  assert.equal(deadline.left(), 19 * minute);
  at.wall -= 120 * minute;
  assert.equal(deadline.left(), 19 * minute);
});
test('a clock that was set, and a laptop that slept, are noticed once', () => {
  const { at, pass, clocks: both } = clocks();
  const deadline = new Deadline(20 * minute, at.now, both);
  pass(1000);
  assert.equal(deadline.strayed(), false);
  at.wall += 60 * minute;
  assert.equal(deadline.strayed(), true);
  pass(1000);
  assert.equal(deadline.strayed(), false);
  at.wall -= 5000;
  assert.equal(deadline.strayed(), true);
});
test('an answer of the server is wrong by at most half of its way', () => {
  const { at, pass, clocks: both } = clocks();
  const deadline = new Deadline(20 * minute, at.now, both);
  const sentAt = at.now;
  pass(3000);
  deadline.heard(10 * minute, sentAt);
  assert.equal(deadline.left(), 10 * minute - 1500);
});
