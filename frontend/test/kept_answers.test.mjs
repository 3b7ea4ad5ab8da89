import assert from 'node:assert/strict';
import test from 'node:test';
import { forgetOldAnswers, keptAnswers } from '../src/js/kept_answers.js';

// As a browser's: the keys are its own properties.
class Storage {
  getItem(key) { return this[key] ?? null; }
  setItem(key, value) { this[key] = value; }
  removeItem(key) { delete this[key]; }
}
const serverHas = (answers) => (id) => answers[id] ?? '';

test('an answer is kept until the server says that it has it', () => {
  const storage = new Storage();
  keptAnswers(storage, '12').keep('3', '17', '');
  assert.deepEqual(keptAnswers(storage, '12').unsent(serverHas({})), [['3', '17']]);
  keptAnswers(storage, '12').has('3', '17');
  assert.deepEqual(keptAnswers(storage, '12').unsent(serverHas({ 3: '17' })), []);
  assert.deepEqual(Object.keys(storage), []);
});
test('an answer that is on its way stays kept while another is chosen', () => {
  const kept = keptAnswers(new Storage(), '12');
  kept.keep('3', '17', '');
  kept.keep('4', '20', '');
  assert.deepEqual(kept.unsent(serverHas({})), [['3', '17'], ['4', '20']]);
});
test('what was chosen while an earlier choice was being saved is still unsent', () => {
  const kept = keptAnswers(new Storage(), '12');
  kept.keep('3', '17', '');
  kept.keep('3', '18', '');
  kept.has('3', '17');
  assert.deepEqual(kept.unsent(serverHas({ 3: '17' })), [['3', '18']]);
});
test('a choice whose acknowledgement was lost is not sent again, and what followed it is', () => {
  const kept = keptAnswers(new Storage(), '12');
  kept.keep('3', '17', '');
  kept.keep('4', '20', '');
  kept.keep('4', '21', '');
  assert.deepEqual(kept.unsent(serverHas({ 3: '17', 4: '20' })), [['4', '21']]);
});
test('what was answered anew on another machine is not overwritten by what is older', () => {
  const kept = keptAnswers(new Storage(), '12');
  kept.keep('3', '17', '');
  assert.deepEqual(kept.unsent(serverHas({ 3: '19' })), []);
});
test('another person or attempt at the same browser is given nothing', () => {
  const storage = new Storage();
  keptAnswers(storage, '12 of 5').keep('3', '17', '');
  assert.deepEqual(keptAnswers(storage, '12 of 6').unsent(serverHas({})), []);
});
test('what nobody came back to for a month is forgotten, and nothing of others', () => {
  const storage = new Storage();
  storage.setItem('theme', 'dark');
  keptAnswers(storage, '12').keep('3', '17', '');
  forgetOldAnswers(storage);
  assert.equal(Object.keys(storage).length, 2);
  forgetOldAnswers(storage, Date.now() + 31 * 24 * 3600 * 1000);
  assert.deepEqual(Object.keys(storage), ['theme']);
});
test('a browser without storage loses nothing but the keeping', () => {
  const kept = keptAnswers(null, '12');
  kept.keep('3', '17', '');
  kept.has('3', '17');
  assert.deepEqual(kept.unsent(serverHas({})), []);
  forgetOldAnswers(null);
});
