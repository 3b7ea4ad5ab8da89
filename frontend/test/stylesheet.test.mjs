import assert from 'node:assert/strict';
import test from 'node:test';
import postcss from 'postcss';
import { stylesheet } from '../steps/stylesheet.mjs';
import { systemTheme } from '../steps/system_theme.mjs';

const css = String(await stylesheet());
const themed = async (text) => (await postcss([systemTheme]).process(text, { from: undefined })).css.replace(/ *([{}:(]) */g, '$1').trim();

test('nothing is fetched from elsewhere', () => {
  assert.doesNotMatch(css, /@import/);
  for (const [, address] of css.matchAll(/url\(["']?([^)"']{0,12})/g)) assert.match(address, /^data:image/);
});
test('what no page uses is left out', () => {
  assert.ok(css.length < 120_000, `${css.length} bytes`);
  assert.doesNotMatch(css, /\.carousel|\.offcanvas/);
});
test('what pages use is kept', () => {
  for (const name of ['.sidebar-link', '.error-summary', '.field-error', '.btn-primary', '.table', '.visually-hidden']) assert.ok(css.includes(name), name);
});
test('what only the server writes is kept', () => {
  for (const rule of ['[data-score="3"]', '[data-score="4"]', '[aria-sort=descending]']) assert.ok(css.includes(rule) || css.includes(rule.replaceAll('"', '')), rule);
});
test('older browsers get colours that they know', () => {
  assert.doesNotMatch(css, /light-dark\(/);
  assert.match(css, /prefers-color-scheme: ?dark/);
});
test('rules for the dark theme follow the system', async () => {
  assert.equal(await themed('[data-bs-theme=dark] .a { color: red }'), '@media(prefers-color-scheme:dark){:root .a{color:red}}');
});
test('a rule for both themes keeps its light half', async () => {
  assert.match(await themed(':root, [data-bs-theme=dark] { color: red }'), /^:root\{color:red\}@media/);
});
test('themes for a part of a page are dropped', async () => {
  assert.equal(await themed('.x[data-bs-theme=dark] { color: red }'), '');
});
