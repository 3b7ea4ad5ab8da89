// The colours of the theme against WCAG 2.2: 4.5:1 for words, 3:1 for edges and icons, in light and in dark.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const theme = readFileSync(new URL('../src/css/theme.css', import.meta.url), 'utf8');
const colours = Object.fromEntries(
  [...theme.matchAll(/--hub-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name, { light, dark }]),
);

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}
function atLeast(ratio, front, grounds) {
  for (const ground of grounds) {
    for (const scheme of ['light', 'dark']) {
      const found = contrast(front === 'white' ? '#ffffff' : colours[front][scheme], colours[ground][scheme]);
      assert.ok(found >= ratio, `${front} on ${ground} in ${scheme} is ${found.toFixed(2)}:1`);
    }
  }
}

test('words are readable on every ground', () => {
  for (const front of ['text', 'quiet', 'accent']) atLeast(4.5, front, ['page', 'surface', 'raised', 'accent-soft']);
});
test('the words of a status and of an error are readable on theirs', () => {
  for (const meaning of ['good', 'info', 'idle', 'bad']) atLeast(4.5, meaning, [`${meaning}-soft`, 'surface', 'page']);
  for (const meaning of ['good', 'info', 'warning', 'bad']) atLeast(4.5, 'text', [`${meaning}-soft`]);
});
test('white is readable on a filled button', () => atLeast(4.5, 'white', ['accent-fill', 'accent-fill-hover', 'bad-fill', 'bad-fill-hover']));
test('the edges of fields can be seen', () => {
  for (const edge of ['line-strong', 'bad']) atLeast(3, edge, ['page', 'surface']);
});
