import assert from 'node:assert/strict';
import test from 'node:test';
import { iconsIn, sprite, symbolOf } from '../steps/icons.mjs';

test('templates and code name the icons that are taken', () => {
  assert.deepEqual(iconsIn('<use href="{{ICONS}}#edit"></use><use href="{{ICONS}}#{{ICON}}"></use>'), ['edit']);
  assert.deepEqual(iconsIn('{.href = "/", .icon = "home"}'), ['home']);
  assert.deepEqual(iconsIn('part.set("ICON", "trash")'), ['trash']);
});
test('an icon that does not exist stops the build', () => assert.throws(() => symbolOf('no-such-icon'), /no icon named "no-such-icon"/));
test('an icon takes the colour of its text', () => assert.match(symbolOf('edit'), /^<symbol id="edit" viewBox="0 0 24 24" fill="none" stroke="currentColor"/));
test('the sprite holds no style and no script', () => assert.doesNotMatch(sprite(), /<style|<script|style=|on[a-z]+=/));
