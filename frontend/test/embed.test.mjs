import assert from 'node:assert/strict';
import test from 'node:test';
import { assembly, table } from '../steps/embed.mjs';

const asset = { key: 'script', name: 'app.0123456789ab.js', type: 'text/javascript', paths: { identity: '/o/app.js', gzip: '/o/app.js.gz', br: '/o/app.js.br' } };

test('the bytes of every encoding are embedded', () => {
  for (const path of Object.values(asset.paths)) assert.ok(assembly([asset]).includes(`.incbin "${path}"`), path);
});
test('the table gives the address with the hash', () => {
  assert.match(table([asset]), /script_address\(\) \{ return "\/static\/app\.0123456789ab\.js"; \}/);
});
