// The passwords that are tried first, of those long enough to be taken (12 characters and more): one a line, in order.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const shortest = 12;

export function knownPasswords() {
  const package_ = dirname(createRequire(import.meta.url).resolve('@zxcvbn-ts/language-common/package.json'));
  const all = JSON.parse(readFileSync(join(package_, 'src/passwords.json'), 'utf8'));
  const long = all.map((password) => password.toLowerCase()).filter((password) => password.length >= shortest);
  return `${[...new Set(long)].sort().join('\n')}\n`;
}
