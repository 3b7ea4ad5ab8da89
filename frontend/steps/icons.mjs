// One SVG of symbols with the icons that templates and C++ name, taken from Tabler, and the Hub's own mark.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cpp, frontend, templates, text } from './sources.mjs';

const own = ['hub'];
const outline = join(frontend, 'node_modules/@tabler/icons/icons/outline');

// {{ICONS}}#name in templates; .icon = "name" or set("ICON", "name") in C++.
export const iconsIn = (text) => [...text.matchAll(/(?:\{\{ICONS\}\}#|\.icon = "|set\("ICON", ")([a-z0-9-]+)/g)].map(([, name]) => name);

const namesUsed = () => [...new Set([...templates(), ...cpp()].flatMap((path) => iconsIn(text(path))))].sort();

export function symbolOf(name) {
  const path = join(own.includes(name) ? join(frontend, 'src/icons') : outline, `${name}.svg`);
  if (!existsSync(path)) throw new Error(`there is no icon named "${name}" (see @tabler/icons)`);
  const [, attributes, inside] = text(path).match(/<svg([^>]*)>([\s\S]*)<\/svg>/);
  const viewBox = attributes.match(/viewBox="([^"]*)"/)[1];
  const paint = own.includes(name) ? '' : ' fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"';
  return `<symbol id="${name}" viewBox="${viewBox}"${paint}>${inside.replace(/\s*\n\s*/g, '')}</symbol>`;
}

export const sprite = () => `<svg xmlns="http://www.w3.org/2000/svg">${namesUsed().map(symbolOf).join('')}</svg>\n`;

export const favicon = () => text(join(frontend, 'src/icons/favicon.svg'));
