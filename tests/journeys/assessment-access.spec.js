// The guide's "Hiding Assessments", for one invigilator, for many, and for those added later; and extra time.
import { fileURLToPath } from 'node:url';

import { expect, expectSound, newUser, settledUser, signIn, signOut, test } from './support/journey.js';

const content = (name) => fileURLToPath(new URL(`../../content/${name}.yaml`, import.meta.url));
const notice = (page) => page.getByRole('status').filter({ hasText: /./ });
const rowOf = (page, person) => page.getByRole('row').filter({ hasText: person.email });

// The second import of a file changes nothing.
test.beforeEach(({ hub }) => hub.command('assessment', 'import', content('4-annual-update'), content('5-emergencies')));

const annual = 'Invigilation: annual update';
const emergencies = 'Emergencies and incidents';

async function expectListed(page, titles, hidden = []) {
  await page.goto('/assessments');
  for (const title of titles) await expect(page.getByRole('main')).toContainText(title);
  for (const title of hidden) await expect(page.getByRole('main')).not.toContainText(title);
  await expectSound(page);
}

test('a Centre Admin hides an assessment from an invigilator and shows it again', async ({ page, hub, centre }) => {
  const invigilator = await settledUser(hub, centre, 'INV');
  await signIn(page, centre.admin);
  await page.goto('/users');
  await rowOf(page, invigilator).getByRole('link', { name: /^Assessment Access/ }).click();
  await expectSound(page);
  await page.getByRole('checkbox', { name: emergencies }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(notice(page)).toContainText('Saved.');
  await expect(page.getByRole('checkbox', { name: emergencies })).toBeChecked();
  await signOut(page);

  await signIn(page, invigilator);
  await expectListed(page, [annual], [emergencies]);
  await page.goto('/assessments/emergencies-and-incidents');
  await expect(page.getByRole('main')).not.toContainText(emergencies);
  await signOut(page);

  await signIn(page, centre.admin);
  await page.goto(`/users/${invigilator.id}/access`);
  await page.getByRole('checkbox', { name: emergencies }).uncheck();
  await page.getByRole('button', { name: 'Save & Close' }).click();
  await expect(page).toHaveURL(/\/users\?saved=/);
  await signOut(page);
  await signIn(page, invigilator);
  await expectListed(page, [annual, emergencies]);
});

test('for many at once, after a look at what will change', async ({ page, hub, centre }) => {
  const first = await newUser(hub, centre, 'INV', { firstName: 'Una' });
  const second = await newUser(hub, centre, 'INV', { firstName: 'Dilys' });
  await signIn(page, centre.admin);
  await page.goto('/users');
  await page.getByRole('link', { name: 'Assessment Access', exact: true }).click();
  await expectSound(page);
  await page.getByRole('button', { name: 'See what will change' }).click();
  await expectSound(page);
  await page.getByRole('link', { name: 'Choose at least one invigilator.' }).click();
  await page.getByLabel('Search').fill('Una');
  await expect(rowOf(page, second)).toHaveCount(0);
  await page.getByRole('radio', { name: /^Everyone whom the search finds: 1 invigilator/ }).check();
  await page.getByRole('group', { name: 'Assessments' }).getByRole('checkbox', { name: annual }).check();
  await page.getByRole('button', { name: 'See what will change' }).click();
  await expectSound(page);
  await expect(page.getByRole('row')).toContainText(['Name', `Una ${first.lastName}`]);
  await page.getByRole('button', { name: 'Hide for 1 invigilator' }).click();
  await expect(notice(page)).toContainText('Saved for 1 invigilator.');
  await expect(rowOf(page, first)).toContainText(annual);
  await expect(rowOf(page, second)).toContainText('Nothing');
});

test('for the invigilators added later', async ({ page, hub, centre }) => {
  await signIn(page, centre.admin);
  await page.goto('/users/access');
  await page.getByRole('group', { name: 'Hide from invigilators added later' }).getByLabel(emergencies).check();
  await page.getByRole('button', { name: 'Save for those added later' }).click();
  await expect(notice(page)).toContainText('Saved for the invigilators that you add from now on.');
  await signOut(page);
  await signIn(page, await settledUser(hub, centre, 'INV'));
  await expectListed(page, [annual], [emergencies]);
});

test('an exams officer gives extra time, and the invigilator sees their own', async ({ page, hub, centre }) => {
  const invigilator = await settledUser(hub, centre, 'INV');
  await signIn(page, await settledUser(hub, centre, 'EO'));
  await page.goto('/users');
  await rowOf(page, invigilator).getByRole('link', { name: /^Extra time/ }).click();
  await expectSound(page);
  await page.getByRole('radio', { name: /^25% more/ }).check();
  await page.getByRole('button', { name: 'Save extra time' }).click();
  await expect(page).toHaveURL(/\/users\?saved=/);
  await signOut(page);
  await signIn(page, invigilator);
  await page.goto('/assessments');
  await page.getByRole('link', { name: emergencies }).click();
  await expect(page.getByRole('main')).toContainText('25 minutes with your extra time');
  await expectSound(page);
});
