// The Hub's operator and the assessments: from a file or the editor to a certificate, next year's version, and the report.
import { readFile, writeFile } from 'node:fs/promises';

import { expect, expectSound, newUser, settledUser, test } from './support/journey.js';
import { notice, signInAsOperator } from './support/operator.js';
import { rowsOf } from './support/spreadsheet.js';
import { asPerson, take } from './support/taking.js';

const content = (slug, { year = '2026/27', right = 'At the front', correct = 'true' } = {}) => `slug: ${slug}
title: Where to stand ${slug}
year: ${year}
audience: [INV]
summary: Where invigilators stand, and *why*.
sections:
  - key: standing
    title: Standing
    questions:
      - key: where
        text: Where do you stand?
        options:
          - text: ${right}
            correct: ${correct}
          - text: Behind the door
        explanation: You see everybody from there.
`;

async function uploadContent(page, file, yaml) {
  await writeFile(file, yaml);
  await page.goto('/operator/drafts/upload');
  await page.locator('[name=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Upload and check' }).click();
}

test('an assessment goes from its file to a certificate, and next year everybody starts afresh', async ({ page, hub, centre, browser }, info) => {
  const slug = `where-${centre.number}`;
  const invigilator = await settledUser(hub, centre, 'INV');
  await signInAsOperator(page, hub);
  await page.getByRole('navigation').getByRole('link', { name: 'Assessments' }).first().click();
  await expectSound(page);
  const file = info.outputPath('where.yaml');
  await uploadContent(page, file, content(slug, { correct: 'perhaps' }));
  await expect(page.getByRole('heading', { name: 'What to correct in where.yaml' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'correct: perhaps' })).toContainText('14');
  await expectSound(page);
  await uploadContent(page, file, content(slug));
  await expect(page.getByText('A new assessment: 2026/27, version 1.')).toBeVisible();
  await expectSound(page);
  await page.getByRole('link', { name: 'Preview' }).click();
  await expect(page.getByText('Where do you stand?')).toBeVisible();
  await expect(page.getByText('Right answer', { exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: 'Show the right answers' }).click();
  await expect(page.getByText('Right answer', { exact: true })).toBeVisible();
  await expectSound(page);
  await page.goBack();
  await page.goBack();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(notice(page)).toContainText('It is published.');
  await expectSound(page);

  await asPerson(browser, hub, invigilator, async (theirs) => {
    await take(theirs, slug, 'Standing', ['At the front']);
    await expect(theirs.getByLabel('Your result')).toContainText('Your certificate is ready.');
  });

  await uploadContent(page, file, content(slug, { year: '2027/28', right: 'Where you see everybody' }));
  await expect(page.getByText('everybody starts afresh', { exact: false })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Where you see everybody' }).first()).toContainText('Added');
  await expectSound(page);
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('row').filter({ hasText: '2027/28, version 1' })).toContainText('Current');
  await page.getByRole('link', { name: 'What 2027/28, version 1 changed' }).click();
  await expect(page.getByText('Compared with 2026/27, version 1.')).toBeVisible();
  await expectSound(page);

  await asPerson(browser, hub, invigilator, async (theirs) => {
    await theirs.goto('/assessments');
    const rows = theirs.getByRole('row').filter({ hasText: `Where to stand ${slug}` });
    await expect(rows.first()).toContainText('Not Started');
    await expect(rows.last()).toContainText('2026/27');
    await expect(rows.last()).toContainText('Passed');
    await expect(rows.last().getByRole('link', { name: /^Certificate/ })).toBeVisible();
    await expectSound(theirs);
  });
});

test('an assessment is written in the browser, published, and passed by an invigilator', async ({ page, hub, centre, browser }) => {
  const slug = `written-${centre.number}`;
  const invigilator = await settledUser(hub, centre, 'INV');
  await signInAsOperator(page, hub);
  await page.goto('/operator/assessments');
  await page.getByRole('link', { name: '+ Write an assessment' }).click();
  await expectSound(page);
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.locator('#title-error')).toBeVisible();
  await expectSound(page);
  await page.getByLabel('Title').fill(`Doors ${centre.number}`);
  await page.getByLabel('Slug').fill(slug);
  await page.getByLabel('Academic year').fill('2026/27');
  await page.locator('[name=audience][value=INV]').check();
  await page.getByRole('button', { name: 'Save and go on' }).click();

  await expect(page.getByRole('heading', { name: 'Before it can be published' })).toBeVisible();
  await page.getByLabel('Title of a new section').fill('Opening');
  await page.getByRole('button', { name: 'Add this section' }).click();
  await page.getByLabel('Title of a new section').fill('Closing');
  await page.getByRole('button', { name: 'Add this section' }).click();
  await page.getByRole('button', { name: 'Move section 2 up' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('1. Closing');
  await expectSound(page);
  await page.getByRole('button', { name: 'Delete section 1' }).click();
  await page.getByRole('button', { name: 'Delete this section' }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('link', { name: 'Opening' }).click();
  await expectSound(page);
  await page.getByRole('button', { name: 'Add a question' }).click();
  await expect(page.getByRole('group', { name: /^Question \d/ })).toHaveCount(2);
  await page.getByRole('button', { name: 'Delete question 2' }).click();
  await page.getByLabel('Question *').fill('Who opens the *door*?');
  while (await page.getByLabel(/^Option \d \*/).count() < 2) await page.getByRole('button', { name: 'Add an option to question 1' }).click();
  await page.getByLabel('Option 1 *').fill('The invigilator');
  await page.getByLabel('Option 2 *').fill('The candidate');
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await expect(page.getByRole('region', { name: 'Before it can be published' })).toContainText('right');
  await expectSound(page);
  await page.getByLabel('Right: option 1 of question 1').check();
  await page.getByLabel('Explanation').fill('Nobody else may.');
  await page.setViewportSize({ width: 320, height: 780 });
  await expectSound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Save and go back' }).click();
  await expect(page.getByRole('heading', { name: 'Before it can be published' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Save and look at the draft' }).click();
  await expect(page.getByText('1 section, 1 question')).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(notice(page)).toContainText('It is published.');

  await asPerson(browser, hub, invigilator, async (theirs) => {
    await take(theirs, slug, 'Opening', ['The invigilator']);
    await expect(theirs.getByLabel('Your result')).toContainText('Your certificate is ready.');
    await expect(theirs.getByText('Nobody else may.')).toBeVisible();
  });

  await page.goto(`/operator/assessments/${slug}`);
  await page.getByRole('button', { name: 'Write the next version' }).click();
  await page.getByLabel('Academic year').fill('2027/28');
  await page.getByRole('button', { name: 'Save and look at the draft' }).click();
  await expect(page.getByText('everybody starts afresh', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('row').filter({ hasText: '2027/28, version 1' })).toContainText('Current');
});

test('the stakeholder report counts without names, and names only for a recipient and a purpose', async ({ page, hub, centre, browser }, info) => {
  const slug = `report-${centre.number}`;
  const title = `Where to stand ${slug}`;
  const file = info.outputPath('report.yaml');
  await writeFile(file, content(slug));
  await hub.command('assessment', 'import', file);
  const invigilator = await settledUser(hub, centre, 'INV', { lastName: `Passerby${centre.number}` });
  await newUser(hub, centre, 'INV');
  await asPerson(browser, hub, invigilator, (theirs) => take(theirs, slug, 'Standing', ['At the front']));

  await signInAsOperator(page, hub);
  await page.getByRole('navigation').getByRole('link', { name: 'Stakeholder report' }).first().click();
  await page.getByLabel('Academic year').selectOption('2026/27');
  await expect(page, 'the filter applies itself').toHaveURL(/year=2026%2F27/);
  const cells = page.getByRole('row').filter({ hasText: title }).getByRole('cell');
  await expect(cells.nth(0)).toHaveText('INV');
  await expect(cells.nth(2), 'passed').toHaveText('1');
  await expectSound(page);
  const download = async (button, name) => {
    const arriving = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const arrived = await arriving;
    expect(arrived.suggestedFilename()).toBe(name);
    await arrived.saveAs(info.outputPath(name));
    return info.outputPath(name);
  };
  const counts = await rowsOf(await download('Download for Excel', 'Stakeholder report 2026-27.xlsx'));
  expect(counts['By centre']).toContainEqual([title, centre.number, centre.name, 'INV', 2, 1, 0, 1]);
  expect(JSON.stringify(counts)).not.toContain(invigilator.lastName);
  const csv = await readFile(await download('Download as CSV', 'Stakeholder report 2026-27.csv'), 'utf8');
  expect(csv).toContain(`${title},${centre.number},${centre.name},INV,2,1,0,1\r\n`);
  expect(csv).not.toContain(invigilator.lastName);

  await page.getByLabel('Name the people').check();
  await page.getByRole('button', { name: 'Download for Excel' }).click();
  await expect(page.locator('#recipient-error')).toBeVisible();
  await expect(page.locator('#purpose-error')).toBeVisible();
  await expectSound(page);
  await page.setViewportSize({ width: 320, height: 780 });
  await expectSound(page);
  await page.getByLabel('Recipient of a named report').fill('JCQ Centre Inspection Service');
  await page.getByLabel('Purpose of a named report').fill(`Inspection of ${centre.name}`);
  const named = await rowsOf(await download('Download for Excel', 'Stakeholder report 2026-27.xlsx'));
  expect(named.People.map((row) => row[3])).toContain(invigilator.lastName);
  await asPerson(browser, hub, centre.admin, async (theirs) => {
    await theirs.goto('/audit');
    await expect(theirs.getByRole('main')).toContainText('JCQ Centre Inspection Service');
  });
});

test('an assessment that is exported and uploaded again changes nothing', async ({ page, hub, centre }, info) => {
  const slug = `same-${centre.number}`;
  const file = info.outputPath('same.yaml');
  await writeFile(file, content(slug));
  await hub.command('assessment', 'import', file);
  await signInAsOperator(page, hub);
  await page.goto(`/operator/assessments/${slug}`);
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the file of 2026/27, version 1' }).click();
  const download = await arriving;
  expect(download.suggestedFilename()).toBe(`${slug}.yaml`);
  const exported = info.outputPath('exported.yaml');
  await download.saveAs(exported);
  expect(await hub.command('assessment', 'import', exported)).toMatch(/unchanged/i);
  await page.goto('/operator/drafts/upload');
  await page.locator('[name=file]').setInputFiles(exported);
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await expect(page.getByText('It says exactly what 2026/27, version 1 says already', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Discard this draft' }).click();
  await expect(notice(page)).toContainText('The draft is discarded.');
  await expectSound(page);
});
