// The guide's certificates: seen, downloaded, printed, checked by anyone, corrected; and a whole centre's at once.
import { readFile } from 'node:fs/promises';

import { expect, expectSound, settledUser, signIn, test } from './support/journey.js';
import { factsOfPdf, fontsOfPdf, qrCodeOfPdf, shownByLibreOffice, textOfPdf, unzipped } from './support/programs.js';
import { rowsOf } from './support/spreadsheet.js';
import { asPerson, passShort, shortAssessment, take } from './support/taking.js';

// The second import of a file changes nothing.
test.beforeEach(({ hub }) => hub.command('assessment', 'import', shortAssessment));

const notice = (page) => page.getByRole('status').filter({ hasText: /./ });
const codeOn = async (page) => (await page.locator('.certificate-code').innerText()).replace(/[^0-9A-Z]/g, '');
const openMore = (page) => page.getByRole('link', { name: /^Download, export or reissue/ }).click();

// From the result of the last section, as its owner goes.
async function openOwn(page) {
  await page.getByRole('link', { name: 'Go to your certificate' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Certificate' })).toBeVisible();
}

async function settledWithCertificate(browser, hub, centre, given) {
  const person = await settledUser(hub, centre, 'INV', given);
  await asPerson(browser, hub, person, passShort);
  return person;
}

async function download(page, link, file) {
  const arriving = page.waitForEvent('download');
  await link.click();
  const download = await arriving;
  await download.saveAs(file);
  return download.suggestedFilename();
}

test('whoever passes the last section has a certificate that real programs read', async ({ page, hub, centre }, info) => {
  await signIn(page, await settledUser(hub, centre, 'INV', { firstName: 'Siân', lastName: 'Żuraw 李小明' }));
  await passShort(page);
  await openOwn(page);
  await expect(page.getByRole('img', { name: 'The certificate of Siân Żuraw 李小明.', exact: false })).toHaveJSProperty('complete', true);
  await expect(page.getByRole('button', { name: 'Reissue certificate' })).toHaveCount(0);
  await expectSound(page);

  const code = await codeOn(page);
  const file = info.outputPath('certificate.pdf');
  expect(await download(page, page.getByRole('link', { name: 'Download PDF' }), file)).toBe('Certificate - Siân Żuraw 李小明 - A short assessment 2026-27.pdf');
  const text = await textOfPdf(file);
  for (const words of ['Siân Żuraw', '李小明', 'A short assessment', centre.name, centre.number]) expect(text).toContain(words);
  expect(text.replace(/[^0-9A-Z]/g, '')).toContain(code);
  expect(await factsOfPdf(file)).toMatchObject({ Pages: '1', 'Page size': expect.stringMatching(/^84[12][\d.]* x 595[\d.]* pts \(A4\)$/), Title: expect.stringContaining('Siân') });
  const fonts = await fontsOfPdf(file);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toEqual({ name: font.name, embedded: true, subset: true });
  expect(await qrCodeOfPdf(file)).toBe(`${hub.url}/verify/${code}`);

  const again = info.outputPath('again.pdf');
  await download(page, page.getByRole('link', { name: 'Download PDF' }), again);
  expect((await readFile(again)).equals(await readFile(file)), 'the same bytes each time').toBe(true);
  const picture = info.outputPath('certificate.png');
  expect(await download(page, page.getByRole('link', { name: 'Export as PNG' }), picture)).toBe('Certificate - Siân Żuraw 李小明 - A short assessment 2026-27.png');
  expect((await readFile(picture)).subarray(1, 4).toString()).toBe('PNG');

  await page.setViewportSize({ width: 320, height: 780 });
  for (const address of ['/assessments', '/assessments/journey-short', `/certificates/${code}`]) {
    await page.goto(address);
    await expectSound(page);
  }
});

test('anyone checks a certificate by its code, typed by hand, without signing in', async ({ page, hub, centre, browser }) => {
  const person = await settledUser(hub, centre, 'INV');
  let code = '';
  await asPerson(browser, hub, person, async (theirs) => {
    await passShort(theirs);
    await openOwn(theirs);
    code = await codeOn(theirs);
  });
  await page.goto('/verify');
  await expectSound(page);
  await page.getByLabel('Certificate code').fill('too short');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('#code-error')).toBeVisible();
  await expectSound(page);
  await page.getByLabel('Certificate code').fill(` ${code.toLowerCase().match(/.{1,7}/g).join(' ')} `);
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page).toHaveURL(`/verify/${code}`);
  await expect(notice(page)).toContainText('genuine and current');
  for (const words of [person.lastName, 'A short assessment', centre.name]) await expect(page.getByRole('main')).toContainText(words);
  await expect(page.getByRole('main')).not.toContainText(person.email);
  await expectSound(page);

  expect((await page.goto(`/verify/${[...code].reverse().join('')}`)).status()).toBe(404);
  await expect(notice(page)).toContainText('No certificate has this code.');
  await page.setViewportSize({ width: 320, height: 780 });
  await expectSound(page);
});

test('after a name was corrected an officer reissues the certificate, and the old code says so', async ({ page, hub, centre, browser }, info) => {
  const person = await settledWithCertificate(browser, hub, centre, { firstName: 'Dewi', lastName: 'Jnoes' });
  await signIn(page, await settledUser(hub, centre, 'EO'));
  await page.goto(`/users/${person.id}/edit`);
  await page.getByLabel('Last name').fill('Jones');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.goto(`/users/${person.id}/progress`);
  await openMore(page);
  await expect(page.getByRole('main')).toContainText('The certificate says Dewi Jnoes, the account now says Dewi Jones.');
  await expect(page.getByRole('link', { name: 'Withdraw certificate' }), 'only a Centre Admin withdraws').toHaveCount(0);
  await expectSound(page);
  const old = await codeOn(page);
  await page.getByRole('button', { name: 'Reissue certificate' }).click();
  await expect(notice(page)).toContainText('The certificate was reissued.');
  await expectSound(page);
  const code = await codeOn(page);
  expect(code).not.toBe(old);

  const file = info.outputPath('reissued.pdf');
  expect(await download(page, page.getByRole('link', { name: 'Download PDF' }), file)).toContain('Dewi Jones');
  expect(await textOfPdf(file)).toContain('Dewi Jones');
  expect(await qrCodeOfPdf(file)).toBe(`${hub.url}/verify/${code}`);
  await page.goto(`/certificates/${old}`);
  await expect(page.getByRole('main')).toContainText('This certificate was replaced by a new one');
  await expectSound(page);
  await page.goto(`/verify/${old}`);
  await expect(notice(page)).toContainText('This certificate was replaced.');
  await expectSound(page);
  await page.goto(`/verify/${code}`);
  await expect(notice(page)).toContainText('genuine and current');
});

test('a Centre Admin withdraws a certificate, which is said to whoever checks it', async ({ page, hub, centre, browser }) => {
  const person = await settledWithCertificate(browser, hub, centre);
  await signIn(page, centre.admin);
  await page.goto(`/users/${person.id}/progress`);
  await openMore(page);
  const code = await codeOn(page);
  await page.getByRole('link', { name: 'Withdraw certificate' }).click();
  await expectSound(page);
  await page.getByLabel('Write WITHDRAW').fill('WITHDRAW');
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await page.goto(`/certificates/${code}`);
  await expect(page.getByRole('main')).toContainText('This certificate was withdrawn on');
  await expect(page.getByRole('link', { name: 'Download PDF' })).toHaveCount(0);
  await expectSound(page);
  await page.goto(`/verify/${code}`);
  await expect(notice(page)).toContainText('This certificate was withdrawn.');
  await expectSound(page);
  await page.goto('/audit');
  await expect(page.getByRole('main')).toContainText(/certificate/i);
  await expectSound(page);
});

test('all certificates of the filtered summary come as one ZIP with an index, and as one PDF to print', async ({ page, hub, centre, browser }, info) => {
  await settledWithCertificate(browser, hub, centre, { firstName: 'Jo', lastName: 'Twin', email: `jo.one@${centre.domain}` });
  await settledWithCertificate(browser, hub, centre, { firstName: 'Jo', lastName: 'Twin', email: `jo.two@${centre.domain}` });
  await settledUser(hub, centre, 'INV', { firstName: 'Ida', lastName: 'Idle' });
  await signIn(page, await settledUser(hub, centre, 'EO'));
  await page.goto('/summary?assessment=journey-short');
  await page.getByRole('link', { name: 'Download certificates' }).click();
  await expect(page.getByRole('main')).toContainText('2 certificates');
  await expectSound(page);

  const zip = info.outputPath('certificates.zip');
  expect(await download(page, page.getByRole('link', { name: /^ZIP, a PDF for each/ }), zip)).toMatch(/^Certificates \d{4}-\d{2}-\d{2}\.zip$/);
  await expect(page.getByRole('status').filter({ hasText: 'All done: 2' })).toBeVisible();
  await expectSound(page);
  const names = await unzipped(zip, info.outputPath('certificates'));
  const stem = 'Certificate - Jo Twin - A short assessment 2026-27';
  const index = names.find((name) => name.endsWith('.xlsx'));
  expect(names.filter((name) => name !== index)).toEqual([`${stem} (2).pdf`, `${stem}.pdf`]);
  for (const name of [`${stem} (2).pdf`, `${stem}.pdf`]) expect(await textOfPdf(info.outputPath('certificates', name))).toContain('Jo Twin');
  const [rows] = Object.values(await rowsOf(info.outputPath('certificates', index)));
  expect(rows.flat()).toEqual(expect.arrayContaining([`${stem}.pdf`, `${stem} (2).pdf`]));

  await page.reload();
  const book = info.outputPath('certificates.pdf');
  expect(await download(page, page.getByRole('link', { name: /^One PDF/ }), book)).toMatch(/^Certificates \d{4}-\d{2}-\d{2}\.pdf$/);
  expect((await factsOfPdf(book)).Pages).toBe('2');

  await page.goto('/summary/certificates?status=not_started');
  await expect(page.getByRole('main')).toContainText('No certificates to download');
  await page.setViewportSize({ width: 320, height: 780 });
  for (const address of ['/summary', '/summary/certificates?assessment=journey-short', '/summary/questions']) {
    await page.goto(address);
    await expectSound(page);
  }
});

test('the summary is read by LibreOffice too, and a name that looks like a formula stays a name', async ({ page, hub, centre, browser }, info) => {
  const person = await settledWithCertificate(browser, hub, centre, { firstName: '=1+1', lastName: 'Formula' });
  await signIn(page, await settledUser(hub, centre, 'EO'));
  await page.goto('/summary?assessment=journey-short&status=passed');
  const workbook = info.outputPath('summary.xlsx');
  await download(page, page.getByRole('link', { name: 'Full summary download (Excel)' }), workbook);
  const [head, row, ...more] = await shownByLibreOffice(workbook);
  expect(head).toMatch(/^"?Last name"?,"?First name"?,"?Email"?,/);
  expect(row).toContain('=1+1');
  expect(row).toContain(person.email);
  expect(more).toEqual([]);
});

test('what shows how people are doing keeps its contrast in the dark and fits a telephone', async ({ page, hub, centre, browser }) => {
  const person = await settledUser(hub, centre, 'INV');
  const looks = async (theirs) => {
    await theirs.emulateMedia({ colorScheme: 'dark' });
    await theirs.setViewportSize({ width: 320, height: 780 });
    await expectSound(theirs);
  };
  await asPerson(browser, hub, person, async (theirs) => {
    await take(theirs, 'journey-short', 'The first part', ['Whoever is nearest', 'The one in the room']);
    await looks(theirs);
    await theirs.getByRole('button', { name: 'Try again' }).click();
    await looks(theirs);
    await passShort(theirs);
    await looks(theirs);
    await theirs.goto('/assessments');
    await looks(theirs);
  });
  await signIn(page, await settledUser(hub, centre, 'EO'));
  for (const address of ['/summary', '/summary/questions?assessment=journey-short', `/users/${person.id}/progress`]) {
    await page.goto(address);
    await looks(page);
  }
  await page.getByRole('row').filter({ hasText: 'A short assessment' }).getByRole('link', { name: /^See Sections/ }).click();
  await looks(page);
  await page.getByRole('link', { name: /^Graph/ }).last().click();
  await looks(page);
});
