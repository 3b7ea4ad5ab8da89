// What programs that know nothing of the Hub read in the files that people download from it.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = async (program, ...args) => (await promisify(execFile)(program, args, { maxBuffer: 1 << 26 })).stdout;

async function inScratchFolder(work) {
  const folder = await mkdtemp(path.join(tmpdir(), 'exams-hub-programs-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const textOfPdf = (file) => run('pdftotext', '-layout', file, '-');

// The facts that pdfinfo knows: { Pages: '1', 'Page size': '841.89 x 595.276 pts (A4)', ... }
export async function factsOfPdf(file) {
  const lines = (await run('pdfinfo', file)).trim().split('\n');
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
}

// One row for each font: { name, embedded, subset }.
export async function fontsOfPdf(file) {
  const rows = (await run('pdffonts', file)).trim().split('\n').slice(2);
  return rows.map((row) => {
    const [, name, embedded, subset] = row.match(/^(\S+)\s+.*\s(yes|no)\s+(yes|no)\s+(?:yes|no)\s+\d+\s+\d+$/);
    return { name, embedded: embedded === 'yes', subset: subset === 'yes' };
  });
}

// What a telephone reads in the QR code of the first page.
export const qrCodeOfPdf = (file) => inScratchFolder(async (folder) => {
  await run('pdftoppm', '-r', '150', '-png', '-singlefile', file, path.join(folder, 'page'));
  return (await run('zbarimg', '--quiet', '--raw', path.join(folder, 'page.png'))).trim();
});

// Every file of a ZIP that unzip finds whole, by name; `into` is where they then lie.
export async function unzipped(file, into) {
  await run('unzip', '-t', file);
  await run('unzip', '-o', '-q', file, '-d', into);
  return (await readdir(into)).sort();
}

// The first sheet of a workbook as LibreOffice shows it, lines of CSV.
export const shownByLibreOffice = (workbook) => inScratchFolder(async (folder) => {
  await run('soffice', `-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true', '--outdir', folder, workbook);
  const csv = path.join(folder, `${path.parse(workbook).name}.csv`);
  return (await readFile(csv, 'utf8')).trim().split('\n');
});
