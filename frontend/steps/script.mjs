// The pages' script: everything below src/ in one file.
import { build } from 'esbuild';
import { join } from 'node:path';
import { frontend } from './sources.mjs';

export async function script() {
  const result = await build({
    entryPoints: [join(frontend, 'src/app.js')],
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2020',
    legalComments: 'none',
    write: false,
  });
  return result.outputFiles[0].text;
}
