// Workbooks read and filled by openpyxl (spreadsheet.py): a program that knows nothing of the Hub.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('spreadsheet.py', import.meta.url));
// Debian's python3: the one that scripts/install gave openpyxl.
const python = async (...args) => (await promisify(execFile)('/usr/bin/python3', [script, ...args], { maxBuffer: 1 << 26 })).stdout;

export const fillTemplate = (template, out, rows) => python('fill', template, out, JSON.stringify(rows));
export const rowsOf = async (file) => JSON.parse(await python('rows', file));
export const setCells = (file, cells) => python('set', file, JSON.stringify(cells));
