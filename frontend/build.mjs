// node build.mjs OUTDIR: the stylesheet, script and icons of the pages, named by their content, compressed, the two sources
// that embed them in the binary (assets.S, embedded_assets.cc), and the list of passwords that nobody may choose.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { assembly, table } from './steps/embed.mjs';
import { favicon, sprite } from './steps/icons.mjs';
import { knownPasswords } from './steps/passwords.mjs';
import { script } from './steps/script.mjs';
import { stylesheet } from './steps/stylesheet.mjs';

const out = resolve(process.argv[2] ?? '../build/frontend');
const files = join(out, 'files');
mkdirSync(files, { recursive: true });
for (const old of readdirSync(files)) rmSync(join(files, old));

function emit(key, stem, extension, type, content) {
  const bytes = Buffer.from(content);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const name = `${stem}.${hash}.${extension}`;
  const variants = {
    identity: bytes,
    gzip: gzipSync(bytes, { level: 9 }),
    br: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  };
  const paths = {};
  for (const [encoding, data] of Object.entries(variants)) {
    paths[encoding] = join(files, encoding === 'identity' ? name : `${name}.${encoding === 'gzip' ? 'gz' : 'br'}`);
    writeFileSync(paths[encoding], data);
  }
  return { key, name, type, paths, size: bytes.length, br: variants.br.length };
}

const assets = [
  emit('stylesheet', 'app', 'css', 'text/css; charset=utf-8', await stylesheet()),
  emit('script', 'app', 'js', 'text/javascript; charset=utf-8', await script()),
  emit('icons', 'icons', 'svg', 'image/svg+xml', sprite()),
  emit('favicon', 'favicon', 'svg', 'image/svg+xml', favicon()),
];
writeFileSync(join(out, 'manifest.json'), JSON.stringify(Object.fromEntries(assets.map((a) => [a.key, a.name])), null, 2));
writeFileSync(join(out, 'known_passwords.txt'), knownPasswords());
writeFileSync(join(out, 'assets.S'), assembly(assets));
writeFileSync(join(out, 'embedded_assets.cc'), table(assets));
for (const a of assets) console.log(`${a.name}: ${a.size} bytes, ${a.br} as br`);
