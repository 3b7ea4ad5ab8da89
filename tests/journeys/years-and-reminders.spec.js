// A year's end: certificates that end soon, next year's version, last year's passes kept as last year's, and an assessment
// that is withdrawn and restored.
import { readFile, writeFile } from 'node:fs/promises';

import { expect, expectSound, newUser, settledUser, signIn, test } from './support/journey.js';
import { notice, signInAsOperator } from './support/operator.js';
import { rowsOf } from './support/spreadsheet.js';
import { asPerson, take } from './support/taking.js';

const dayIn = (days) => new Date(Date.now() + days * 86_400_000);
const isoDate = (date) => date.toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });
const britishDate = (date) => date.toLocaleDateString('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long', year: 'numeric' });
// "2026/27", so many years from the one that it is now.
const academicYear = (later = 0) => {
  const now = new Date();
  const first = now.getFullYear() - (now.getMonth() >= 8 ? 0 : 1) + later;
  return `${first}/${String((first + 1) % 100).padStart(2, '0')}`;
};
const thisYear = academicYear();
const nextYear = academicYear(1);

const content = (slug, lastDay) => `slug: ${slug}
title: Keys ${slug}
year: ${thisYear}
audience: [INV]
valid_until: ${isoDate(lastDay)}
sections:
  - key: keeping
    title: Keeping
    questions:
      - key: who
        text: Who keeps the keys?
        options:
          - text: The exams officer
            correct: true
          - text: Whoever comes first
`;

async function published(hub, info, slug, lastDay) {
  const file = info.outputPath(`${slug}.yaml`);
  await writeFile(file, content(slug, lastDay));
  await hub.command('assessment', 'import', file);
  return `Keys ${slug}`;
}

const atBothWidths = async (page) => {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
  }
};

test('certificates that end soon are listed for the centre with names, and counted for the operator', async ({ page, hub, centre, browser }, info) => {
  const slug = `keys-${centre.number}`;
  const title = await published(hub, info, slug, dayIn(20));
  const invigilator = await settledUser(hub, centre, 'INV', { lastName: `Keyholder${centre.number}` });
  await newUser(hub, centre, 'INV');
  await asPerson(browser, hub, invigilator, (theirs) => take(theirs, slug, 'Keeping', ['The exams officer']));

  await signIn(page, centre.admin);
  await page.getByRole('navigation').getByRole('link', { name: 'User Summary' }).click();
  await page.getByRole('link', { name: 'Certificates that end' }).click();
  const row = page.getByRole('row').filter({ hasText: title });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(invigilator.lastName);
  await expect(row).toContainText(britishDate(dayIn(20)));
  await expect(row).toContainText('20 days');
  await expect(row).toContainText('Not published yet');
  await atBothWidths(page);
  await page.getByLabel('Last day').selectOption('Already over');
  await expect(page.getByText('Nobody to remind')).toBeVisible();
  await expectSound(page);
  await page.getByLabel('Last day').selectOption('Still to come');
  await page.getByLabel('Within how many days').fill('60');
  await page.getByLabel('Within how many days').press('Tab');
  await expect(row).toHaveCount(1);
  const download = async (name) => {
    const arriving = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    const arrived = await arriving;
    await arrived.saveAs(info.outputPath(arrived.suggestedFilename()));
    return info.outputPath(arrived.suggestedFilename());
  };
  const sheets = await rowsOf(await download('Download for Excel'));
  const line = sheets['Certificates that end'].find((cells) => cells[0] === invigilator.lastName);
  expect(line.slice(1, 6)).toEqual([invigilator.firstName, invigilator.email, 'INV', title, thisYear]);
  expect(line.slice(7)).toEqual([20, 'Not published yet']);
  expect(await readFile(await download('Download as CSV'), 'utf8')).toContain(`${title},${thisYear},${isoDate(dayIn(20))},20,Not published yet\r\n`);

  const context = await browser.newContext({ baseURL: hub.url });
  const operator = await context.newPage();
  await signInAsOperator(operator, hub);
  await operator.getByRole('navigation').getByRole('link', { name: 'Academic years' }).click();
  await operator.getByRole('link', { name: 'Certificates that end' }).click();
  await expect(operator.getByRole('row').filter({ hasText: centre.name })).toContainText('1');
  await expect(operator.getByRole('main')).not.toContainText(invigilator.lastName);
  await atBothWidths(operator);
  await context.close();
});

test('next year starts afresh from the page of years, and last year stays readable as last year', async ({ page, hub, centre, browser }, info) => {
  const slug = `year-${centre.number}`;
  const title = await published(hub, info, slug, dayIn(20));
  const invigilator = await settledUser(hub, centre, 'INV');
  await asPerson(browser, hub, invigilator, (theirs) => take(theirs, slug, 'Keeping', ['The exams officer']));

  await signInAsOperator(page, hub);
  await page.getByRole('navigation').getByRole('link', { name: 'Academic years' }).click();
  const row = page.getByRole('row').filter({ hasText: title });
  await expect(row).toContainText(`${thisYear}, version 1`);
  await expect(row.getByRole('cell').nth(3), 'passed').toHaveText('1');
  await atBothWidths(page);
  await row.getByRole('button', { name: /^Write/ }).click();
  await expect(page.getByLabel('Academic year')).toHaveValue(nextYear);
  await page.getByRole('button', { name: 'Save and look at the draft' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(notice(page)).toContainText('It is published.');
  await page.goto('/operator/years');
  await expect(row.first()).toContainText(`${nextYear}, version 1`);
  await expect(row.last()).toContainText(`${thisYear}, version 1`);
  await expectSound(page);

  await asPerson(browser, hub, invigilator, async (theirs) => {
    await theirs.goto('/assessments');
    const rows = theirs.getByRole('row').filter({ hasText: title });
    await expect(rows.first()).toContainText('Not Started');
    await expect(theirs.getByRole('heading', { name: 'Earlier years' })).toBeVisible();
    await expect(rows.last()).toContainText(thisYear);
    await expect(rows.last().getByRole('link', { name: /^Certificate/ })).toBeVisible();
    await atBothWidths(theirs);
    await rows.last().getByRole('link', { name: title, exact: true }).click();
    await expect(theirs.getByText(`This is the assessment of ${thisYear}, which is over.`)).toBeVisible();
    await expectSound(theirs);
    await theirs.getByRole('link', { name: 'Read again' }).click();
    await expect(theirs.getByText(`This is your result of ${thisYear}`)).toBeVisible();
    await expectSound(theirs);
  });

  await asPerson(browser, hub, centre.admin, async (theirs) => {
    await theirs.goto(`/users/${invigilator.id}/progress`);
    await expect(theirs.getByRole('heading', { name: 'Earlier years' })).toBeVisible();
    await expectSound(theirs);
    await theirs.getByLabel('Academic year').selectOption(thisYear);
    await expect(theirs.getByRole('heading', { name: thisYear, exact: true })).toBeVisible();
    await expect(theirs.getByRole('row').filter({ hasText: title })).toHaveCount(1);
    await expectSound(theirs);
    await theirs.goto('/summary');
    await theirs.getByLabel('Year', { exact: true }).selectOption(thisYear);
    await expect(theirs.getByText(`How people stand in the assessments of ${thisYear}.`)).toBeVisible();
    await theirs.getByLabel('Assessment', { exact: true }).selectOption(slug);
    await expect(theirs.getByRole('row').filter({ hasText: invigilator.lastName })).toContainText('Passed');
    await expectSound(theirs);
    await theirs.goto('/summary/reminders');
    await expect(theirs.getByRole('row').filter({ hasText: title })).toContainText(`Not Started ${nextYear}`);
  });
});

test('an assessment is withdrawn and restored, and nothing that was done in it is lost', async ({ page, hub, centre, browser }, info) => {
  const slug = `gone-${centre.number}`;
  const title = await published(hub, info, slug, dayIn(300));
  const passed = await settledUser(hub, centre, 'INV');
  const newcomer = await settledUser(hub, centre, 'INV');
  await asPerson(browser, hub, passed, (theirs) => take(theirs, slug, 'Keeping', ['The exams officer']));

  await signInAsOperator(page, hub);
  await page.goto(`/operator/assessments/${slug}`);
  await page.getByRole('link', { name: 'Withdraw' }).click();
  await expect(page.getByText(`1 person has passed it in ${thisYear}`)).toBeVisible();
  await atBothWidths(page);
  await page.getByRole('button', { name: 'Withdraw it' }).click();
  await expect(page.getByText(`It was withdrawn on ${britishDate(new Date())}: nobody can take it.`)).toBeVisible();
  await expectSound(page);
  await page.goto('/operator/assessments');
  await expect(page.getByRole('row').filter({ hasText: title })).toContainText('Withdrawn on');
  await expectSound(page);

  await asPerson(browser, hub, passed, async (theirs) => {
    await theirs.goto('/assessments');
    const row = theirs.getByRole('row').filter({ hasText: title });
    await expect(row).toContainText(`Withdrawn on ${britishDate(new Date())}: you can't take it any more.`);
    await atBothWidths(theirs);
    await row.getByRole('link', { name: /^Download, print/ }).click();
    await expect(theirs.getByText('Genuine and current')).toBeVisible();
  });
  await asPerson(browser, hub, newcomer, async (theirs) => {
    await theirs.goto('/assessments');
    await expect(theirs.getByRole('main')).not.toContainText(title);
  });

  await page.goto(`/operator/assessments/${slug}`);
  await page.getByRole('button', { name: 'Make it available again' }).click();
  await expect(notice(page)).toContainText('can be taken again now');
  await asPerson(browser, hub, newcomer, (theirs) => take(theirs, slug, 'Keeping', ['The exams officer']));

  expect(await hub.command('assessment', 'withdraw', slug)).toContain('nobody can take it any more');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Make it available again' })).toBeVisible();
  expect(await hub.command('assessment', 'restore', slug)).toContain('can be taken again');
});
