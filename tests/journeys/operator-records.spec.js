// The operator's own audit, and one person's record on a named request that their centre reads of.
import { readFile } from 'node:fs/promises';

import { expect, expectSound, settledUser, signIn, signOut, test } from './support/journey.js';
import { notice, signInAsOperator } from './support/operator.js';
import { rowsOf } from './support/spreadsheet.js';
import { asPerson, passShort, shortAssessment } from './support/taking.js';

async function openCentre(page, centre) {
  await page.goto(`/operator/centres?q=${centre.number}`);
  await page.getByRole('link', { name: centre.name }).click();
}

async function saved(page, link, file) {
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  await (await arriving).saveAs(file);
  return file;
}

async function atEachWidth(page, check) {
  await check();
  await page.setViewportSize({ width: 320, height: 780 });
  await check();
  await page.setViewportSize({ width: 1280, height: 900 });
}

test.beforeAll(({ hub }) => hub.command('assessment', 'import', shortAssessment));

test('a person\'s record is asked for by name, read, downloaded, and stands in their centre\'s audit', async ({ page, hub, centre, browser }, info) => {
  const person = await settledUser(hub, centre, 'INV', { firstName: 'Iolo' });
  await asPerson(browser, hub, person, passShort);
  await signInAsOperator(page, hub);
  await openCentre(page, centre);
  await page.getByRole('link', { name: 'Ask for a person\'s record' }).click();
  await expect(page.getByRole('main')).not.toContainText(person.email);
  await atEachWidth(page, () => expectSound(page));

  await page.getByLabel('The person\'s email').fill('nobody@elsewhere.example');
  await page.getByRole('button', { name: 'Ask for the record' }).click();
  await expect(page.locator('#asked_by-error')).toBeVisible();
  await expect(page.locator('#email-error'), 'nothing is told before it is said who asks and why').toHaveCount(0);
  await page.getByLabel('Who asks you for it').fill('Iolo himself, by letter');
  await page.getByLabel('What it is needed for').fill('Subject access request 12');
  await page.getByRole('button', { name: 'Ask for the record' }).click();
  await expect(page.locator('#email-error')).toContainText('Nobody of this centre signs in with this email.');
  await atEachWidth(page, () => expectSound(page));

  await page.getByLabel('The person\'s email').fill(person.email.toUpperCase());
  await page.getByRole('button', { name: 'Ask for the record' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Record of ${person.firstName} ${person.lastName}`);
  await expect(page.getByRole('main')).toContainText('Subject access request 12');
  await atEachWidth(page, () => expectSound(page));
  await expect(page.getByRole('row').filter({ hasText: 'The second part' })).toContainText('Passed');
  const sheets = await rowsOf(await saved(page, 'Download as Excel', info.outputPath('record.xlsx')));
  expect(Object.keys(sheets)).toEqual(['Details', 'Results', 'Answers', 'Certificates', 'Events']);
  expect(sheets.Answers.map((row) => row[6])).toContain('Outside the room');
  expect(sheets.Certificates, 'the headings and one').toHaveLength(2);

  await asPerson(browser, hub, centre.admin, async (admin) => {
    await admin.goto('/audit');
    for (const words of ['Asked for a person\'s record', 'Downloaded a person\'s record', 'Iolo himself, by letter', 'Subject access request 12']) {
      await expect(admin.getByRole('main')).toContainText(words);
    }
    expect((await admin.goto(page.url())).status()).toBe(404);
  });
});

test('the operator reads what operators did, and in which centre, and nothing of what its people did', async ({ page, hub, centre }, info) => {
  await signIn(page, centre.admin);
  await signOut(page);
  await signInAsOperator(page, hub);
  await openCentre(page, centre);
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Name').fill(`${centre.name} Academy`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(notice(page)).toContainText('The name is saved.');

  await page.getByRole('navigation').getByRole('link', { name: 'Audit' }).click();
  await expect(page).toHaveURL(/\/operator\/audit$/);
  await page.getByLabel('What').selectOption('Centre renamed');
  const renamed = page.getByRole('row').filter({ hasText: `${centre.name} Academy` });
  await expect(renamed.first()).toContainText(centre.number);
  await atEachWidth(page, () => expectSound(page));
  await page.getByLabel('What').selectOption('Signed in');
  await expect(page.getByRole('row').filter({ hasText: 'Olu Operator' }).first()).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('Ada Admin');
  expect(await readFile(await saved(page, 'Download as CSV', info.outputPath('audit.csv')), 'utf8')).toContain('Centre number,Centre');
});
