import assert from 'node:assert/strict';
import test from 'node:test';
import { script } from '../steps/script.mjs';

const code = await script();

test('the script is one file that fetches no other', () => assert.doesNotMatch(code, /^\s*import\s|\bimport\(/m));
test('the script brings htmx and our own', () => {
  assert.match(code, /htmx:configRequest/);
  assert.match(code, /idle-warning/);
});
