// A centre's end: closed, kept for a while, erased for good; the Hub's audit remembers.
import { expect, expectSound, signIn, test } from './support/journey.js';
import { notice, signInAsOperator } from './support/operator.js';

test('a closed centre is erased with a reason, and the Hub\'s audit keeps it', async ({ page, hub, centre }) => {
  await signInAsOperator(page, hub);
  await page.goto(`/operator/centres?q=${centre.number}`);
  await page.getByRole('link', { name: centre.name }).click();
  const centrePage = page.url();
  expect((await page.goto(`${centrePage}/erase`)).status(), 'an open centre').toBe(409);
  await expectSound(page);
  await page.getByRole('main').getByRole('link', { name: 'Close this centre' }).click();
  await page.getByLabel('Write CLOSE').fill('CLOSE');
  await page.getByRole('button', { name: 'Close centre' }).click();
  await expectSound(page);
  await page.getByRole('link', { name: 'Change the day' }).click();
  await expectSound(page);
  await page.getByLabel('Keep its data until').fill('2998-08-31');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('kept until 31 August 2998', { exact: false })).toBeVisible();

  await page.getByRole('link', { name: 'Erase', exact: true }).click();
  await expect(page.getByText('1 person', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Erase centre' }), 'until the word is right').toBeDisabled();
  await expectSound(page);
  await page.setViewportSize({ width: 320, height: 780 });
  await page.reload();
  await expectSound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByLabel('Write ERASE').fill('ERASE');
  await page.getByRole('button', { name: 'Erase centre' }).click();
  await expect(page.locator('#reason-error')).toBeVisible();
  await expectSound(page);
  await page.getByLabel('Why are they erased').fill('The school closed and asked for it');
  await page.getByLabel('Write ERASE').fill('ERASE');
  await page.getByRole('button', { name: 'Erase centre' }).click();
  await expect(notice(page)).toContainText('The centre is erased.');
  await expect(page.getByText(centre.name)).toHaveCount(0);
  await expectSound(page);
  expect((await page.goto(centrePage)).status()).toBe(404);

  await page.goto('/operator/audit');
  const event = page.getByRole('row').filter({ hasText: 'Centre erased' }).filter({ hasText: centre.name });
  await expect(event).toContainText('The school closed and asked for it');
  await expect(event).toContainText('31 August 2998');
});

test('nobody of an erased centre signs in, and its number begins afresh', async ({ page, hub, centre, browser }) => {
  await signInAsOperator(page, hub);
  await page.goto(`/operator/centres?q=${centre.number}`);
  await page.getByRole('link', { name: centre.name }).click();
  await page.getByRole('link', { name: 'Close', exact: true }).click();
  await page.getByLabel('Write CLOSE').fill('CLOSE');
  await page.getByRole('button', { name: 'Close centre' }).click();
  await page.getByRole('link', { name: 'Erase', exact: true }).click();
  await page.getByLabel('Why are they erased').fill('Added by mistake');
  await page.getByLabel('Write ERASE').fill('ERASE');
  await page.getByRole('button', { name: 'Erase centre' }).click();
  await expect(notice(page)).toContainText('The centre is erased.');

  await hub.command(
    'centre', 'add', '--number', centre.number, '--name', 'Begun Afresh', '--admin-email', centre.admin.email,
    '--admin-first-name', 'Nia', '--admin-last-name', 'Newbury', { input: 'another password 8124\n' });
  const theirs = await (await browser.newContext({ baseURL: hub.url })).newPage();
  await signIn(theirs, centre.admin);
  await expect(theirs, 'the old password').toHaveURL(/\/sign-in/);
  await signIn(theirs, { ...centre.admin, password: 'another password 8124' });
  await theirs.goto('/audit');
  await expect(theirs.getByRole('main')).not.toContainText('Ada Admin');
  await theirs.context().close();
});
