// The pages' stylesheet: Tabler and our own, without what no template, page or script uses.
import { build } from 'esbuild';
import { transform } from 'lightningcss';
import { join } from 'node:path';
import postcss from 'postcss';
import { PurgeCSS } from 'purgecss';
import { systemTheme } from './system_theme.mjs';
import { cpp, frontend, scripts, templates } from './sources.mjs';

// Browsers of about 2022: what newer colour notation says is also said in theirs.
const version = (major, minor = 0) => (major << 16) | (minor << 8);
const targets = { chrome: version(100), edge: version(100), firefox: version(100), safari: version(15, 4), ios_saf: version(15, 4) };

// In C++ only what stands in quotes can be a class.
const quoted = { extensions: ['cc'], extractor: (code) => (code.match(/"[^"\n]*"/g) ?? []).join(' ').match(/[A-Za-z0-9_-]+/g) ?? [] };

export async function stylesheet() {
  const bundle = await build({ entryPoints: [join(frontend, 'src/app.css')], bundle: true, write: false, logLevel: 'error' });
  const themed = await postcss([systemTheme]).process(bundle.outputFiles[0].text, { from: undefined });
  const [purged] = await new PurgeCSS().purge({
    content: [...templates(), ...cpp(), ...scripts()],
    css: [{ raw: themed.css }],
    extractors: [quoted],
    dynamicAttributes: ['data-score', 'aria-sort'],  // whose values come from the server
    variables: true,
    keyframes: true,
    fontFace: true,
  });
  const { code } = transform({ filename: 'app.css', code: Buffer.from(purged.css), minify: true, targets });
  return code;
}
