// The operator's year in one go: a new centre, an assessment written in the browser, an invigilator's pass, next year's
// version, and the report that stakeholders read.
import { chooseOwnPassword, expect, expectSound, fillPerson, signIn, signOut, test } from './support/journey.js';
import { notice, signInAsOperator } from './support/operator.js';
import { rowsOf } from './support/spreadsheet.js';
import { asPerson, take } from './support/taking.js';

async function addCentre(page, centre) {
  await page.getByRole('navigation').getByRole('link', { name: 'Centres' }).first().click();
  await page.getByRole('link', { name: '+ Add a centre' }).click();
  await page.getByLabel('Centre number').fill(centre.number);
  await page.locator('[name=name]').fill(centre.name);
  await fillPerson(page.getByRole('main'), centre.admin);
  await page.getByRole('button', { name: 'Add centre' }).click();
  await expect(notice(page).first()).toContainText(centre.admin.email);
}

async function writeAssessment(page, { title, slug, year }) {
  await page.getByRole('navigation').getByRole('link', { name: 'Assessments' }).first().click();
  await page.getByRole('link', { name: '+ Write an assessment' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Slug').fill(slug);
  await page.getByLabel('Academic year').fill(year);
  await page.getByLabel(/^Certificates are valid until/).fill('2027-08-31');
  await page.locator('[name=audience][value=INV]').check();
  await page.getByRole('button', { name: 'Save and go on' }).click();
  for (const section of ['Before the exam', 'After the exam']) await writeSection(page, section);
  await page.getByRole('button', { name: 'Save and look at the draft' }).click();
  await expect(page.getByText('2 sections, 2 questions')).toBeVisible();
}

// Each with one question, whose right answer is its second option.
async function writeSection(page, title) {
  await page.getByLabel('Title of a new section').fill(title);
  await page.getByRole('button', { name: 'Add this section' }).click();
  await page.getByRole('main').getByRole('link', { name: title }).click();
  await page.getByLabel('Question *').fill(`Who counts the papers? (${title})`);
  while (await page.getByLabel(/^Option \d \*/).count() < 2) await page.getByRole('button', { name: 'Add an option to question 1' }).click();
  await page.getByLabel('Option 1 *').fill('A candidate');
  await page.getByLabel('Option 2 *').fill('The invigilator');
  await page.getByLabel('Right: option 2 of question 1').check();
  await page.getByRole('button', { name: 'Save and go back' }).click();
}

async function publish(page) {
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(notice(page)).toContainText('It is published.');
}

// By the Centre Admin, who has just been given a first password; the invigilator chooses their own as well.
async function settleInvigilator(page, centre, invigilator) {
  await signIn(page, centre.admin);
  centre.admin = await chooseOwnPassword(page, centre.admin);
  await page.getByRole('navigation').getByRole('link', { name: 'User Management' }).first().click();
  await page.getByRole('link', { name: '+ Add', exact: true }).click();
  await fillPerson(page.getByRole('main'), invigilator);
  await page.locator('[name=role][value=INV]').check();
  await page.locator('[name=declaration]').check();
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText(invigilator.email);
  await signOut(page);
  await signIn(page, invigilator);
  const settled = await chooseOwnPassword(page, invigilator);
  await signOut(page);
  return settled;
}

async function report(page, year) {
  await page.getByRole('navigation').getByRole('link', { name: 'Stakeholder report' }).first().click();
  await page.getByLabel('Academic year').selectOption(year);
  await expect(page, 'the filter applies itself').toHaveURL(new RegExp(`year=${encodeURIComponent(year)}`));
}

test('a centre from nothing: an assessment is written, passed, given out for the next year, and reported', async ({ page, hub, browser }, info) => {
  const number = String(90_000 + Math.floor(Math.random() * 9_999));
  const domain = `n${number}.example`;
  const centre = { number, name: `Ysgol ${number}`, admin: { firstName: 'Beti', lastName: 'Bevan', email: `beti@${domain}`, password: 'given on paper 2291' } };
  const newcomer = { firstName: 'Iwan', lastName: `Ifans${number}`, email: `iwan@${domain}`, password: 'given on paper 5567' };
  const assessment = { title: `Counting ${number}`, slug: `counting-${number}`, year: '2026/27' };

  await signInAsOperator(page, hub);
  await addCentre(page, centre);
  await writeAssessment(page, assessment);
  await publish(page);
  await signOut(page);

  const invigilator = await settleInvigilator(page, centre, newcomer);
  await asPerson(browser, hub, invigilator, async (theirs) => {
    await take(theirs, assessment.slug, 'Before the exam', ['A candidate']);
    await expect(theirs.getByLabel('Your result')).toContainText('Fail');
    await take(theirs, assessment.slug, 'Before the exam', ['The invigilator']);
    await take(theirs, assessment.slug, 'After the exam', ['The invigilator']);
    await expect(theirs.getByLabel('Your result')).toContainText('Your certificate is ready.');
  });

  await signInAsOperator(page, hub);
  await page.goto(`/operator/assessments/${assessment.slug}`);
  await page.getByRole('button', { name: 'Write the next version' }).click();
  await page.getByLabel('Academic year').fill('2027/28');
  await page.getByLabel(/^Certificates are valid until/).fill('2028-08-31');
  await page.getByRole('button', { name: 'Save and look at the draft' }).click();
  await expect(page.getByText('everybody starts afresh', { exact: false })).toBeVisible();
  await publish(page);

  await asPerson(browser, hub, invigilator, async (theirs) => {
    await theirs.goto('/assessments');
    const rows = theirs.getByRole('row').filter({ hasText: assessment.title });
    await expect(rows.first()).toContainText('Not Started');
    await expect(rows.last()).toContainText('2026/27');
    await expect(rows.last().getByRole('link', { name: /^Certificate/ })).toBeVisible();
    await expectSound(theirs);
  });

  await report(page, '2026/27');
  const cells = page.getByRole('row').filter({ hasText: assessment.title }).getByRole('cell');
  await expect(cells.nth(0)).toHaveText('INV');
  await expectSound(page);
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download for Excel' }).click();
  const file = info.outputPath('report.xlsx');
  await (await arriving).saveAs(file);
  const counts = await rowsOf(file);
  expect(counts['By centre']).toContainEqual([assessment.title, number, centre.name, 'INV', 1, 1, 0, 0]);
  expect(JSON.stringify(counts), 'no names unless asked for').not.toContain(newcomer.lastName);
  await report(page, '2027/28');
  await expect(page.getByRole('row').filter({ hasText: assessment.title })).toBeVisible();
});
