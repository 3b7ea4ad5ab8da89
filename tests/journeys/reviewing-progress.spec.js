// The guide's "Reviewing user progress and accessing certificates", as an officer does it.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { expect, expectSound, newUser, settledUser, signIn, test } from './support/journey.js';
import { rowsOf } from './support/spreadsheet.js';

const shortAssessment = fileURLToPath(new URL('support/short-assessment.yaml', import.meta.url));

// One section, handed in with these answers.
async function take(page, section, answers) {
  await page.goto('/assessments/journey-short');
  await page.getByRole('row').filter({ hasText: section }).getByRole('button').click();
  for (const answer of answers) await page.getByText(answer, { exact: true }).click();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page).toHaveURL(/\/result/);
}

test('an officer reviews progress, results, answers and the summary', async ({ page, hub, centre, browser }, testInfo) => {
  await hub.command('assessment', 'import', shortAssessment);
  const officer = await settledUser(hub, centre, 'EO');
  const nia = await settledUser(hub, centre, 'INV');
  const idle = await newUser(hub, centre, 'INV', { firstName: 'Ida', lastName: 'Idle', email: `ida.idle@${centre.domain}` });

  const theirs = await (await browser.newContext({ baseURL: hub.url })).newPage();
  await signIn(theirs, nia);
  await take(theirs, 'The first part', ['The invigilator', 'Your own watch']);
  await take(theirs, 'The first part', ['The invigilator', 'The one in the room']);
  await take(theirs, 'The second part', ['Outside the room']);
  await theirs.context().close();

  await signIn(page, officer);
  await page.getByRole('navigation', { name: 'Resources' }).getByRole('link', { name: 'User Management' }).click();
  const row = (person) => page.getByRole('row').filter({ hasText: person.email });
  await expect(row(idle).getByRole('link', { name: /^Info/ })).toHaveCount(0);
  await row(nia).getByRole('link', { name: /^Info/ }).click();

  const assessment = page.getByRole('row').filter({ hasText: 'A short assessment' });
  await expect(assessment).toContainText('Passed');
  await expect(assessment).toContainText('2/2');
  await expectSound(page);
  const certificate = await assessment.getByRole('link', { name: /^Certificate/ }).getAttribute('href');
  const pdf = await page.request.get(certificate);
  expect(pdf.headers()['content-type']).toBe('application/pdf');

  await assessment.getByRole('link', { name: /See Sections/ }).click();
  const section = page.getByRole('row').filter({ hasText: 'The first part' });
  await expect(section).toContainText(/2 \/ 2 Pass 1/);
  await expect(section).toContainText('1 / 2 Fail');
  await expect(section).toContainText('COMPLETED');
  await expect(page.getByRole('row').filter({ hasText: 'The second part' })).toContainText('20 minutes');
  await expectSound(page);

  await section.getByRole('link', { name: /^Graph/ }).last().click();
  await expect(page.getByRole('heading', { name: 'Questions answered' })).toBeVisible();
  await expect(page.getByRole('img', { name: '1 of 2 questions right, 1 wrong, 0 unanswered' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Which clock counts?' })).toContainText('Wrong');
  await expectSound(page);

  await page.getByRole('navigation', { name: 'Resources' }).getByRole('link', { name: 'User Summary' }).click();
  await page.getByLabel('Assessment', { exact: true }).selectOption('journey-short');
  await expect(page).toHaveURL(/assessment=journey-short/);
  await page.getByLabel('Status').selectOption('passed');
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('row').last()).toContainText(nia.lastName);
  // The matrix scrolls in its own box, never the page.
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await expectSound(page);

  const excel = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Full summary download (Excel)' }).click();
  const workbook = testInfo.outputPath('summary.xlsx');
  await (await excel).saveAs(workbook);
  const sheets = await rowsOf(workbook);
  expect(sheets['User Summary']).toHaveLength(2);
  expect(sheets['User Summary'][1].slice(0, 5)).toEqual([nia.lastName, nia.firstName, nia.email, 'INV', expect.any(String)]);
  expect(sheets.Attempts).toHaveLength(4);

  const csv = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as CSV' }).click();
  expect(await readFile(await (await csv).path(), 'utf8')).toMatch(new RegExp(`^\uFEFFLast name,.*\r\n${nia.lastName},`));

  await page.getByRole('row').last().getByRole('link', { name: /Passed/ }).click();
  await expect(page.getByRole('heading', { name: 'A short assessment' })).toBeVisible();
});

test('an officer sees which questions to cover first', async ({ page, hub, centre, browser }) => {
  await hub.command('assessment', 'import', shortAssessment);
  const officer = await settledUser(hub, centre, 'EO');
  const nia = await settledUser(hub, centre, 'INV');
  const theirs = await (await browser.newContext({ baseURL: hub.url })).newPage();
  await signIn(theirs, nia);
  await take(theirs, 'The first part', ['Whoever is nearest', 'The one in the room']);
  await theirs.context().close();

  await signIn(page, officer);
  await page.goto('/summary');
  await page.getByRole('link', { name: 'Question insight' }).click();
  await page.getByLabel('Assessment', { exact: true }).selectOption('journey-short');
  await expect(page.getByRole('listitem').filter({ hasText: 'Who opens the door?' })).toContainText('0% right first time');
  await expect(page.getByRole('row').filter({ hasText: 'Who opens the door?' })).toContainText('Whoever is nearest');
  await expectSound(page);
});
