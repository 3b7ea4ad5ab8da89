// The project's own files that decide what the pages need.
import { globSync } from './glob.mjs';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const frontend = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const project = resolve(frontend, '..');

export const templates = () => globSync(resolve(project, 'src'), '.html').filter((path) => !path.includes('/testing/'));
export const scripts = () => globSync(resolve(frontend, 'src'), '.js');
// The C++ that writes class names and icons into pages.
export const cpp = () =>
  globSync(resolve(project, 'src'), '.cc').filter((path) => /\/(html|pages)\/[^/]*$/.test(path) && !path.endsWith('_test.cc'));
export const text = (path) => readFileSync(path, 'utf8');
