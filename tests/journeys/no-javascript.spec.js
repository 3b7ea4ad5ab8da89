// Everything works without a script.
import { expect, newUser, signIn, signOut, test } from './support/journey.js';

test.use({ javaScriptEnabled: false });

test('a user is added, found, edited and deleted without JavaScript', async ({ page, centre }) => {
  await signIn(page, centre.admin);
  await page.getByRole('link', { name: 'User Management' }).first().click();
  await page.getByRole('link', { name: '+ Add', exact: true }).click();
  await page.locator('[name=first_name]').fill('Plain');
  await page.locator('[name=last_name]').fill('Page');
  await page.locator('[name=email]').fill(`plain@${centre.domain}`);
  await page.locator('[name=role][value=INV]').check();
  await page.locator('[name=password]').fill('given on paper 2291');
  await page.locator('[name=declaration]').check();
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('Plain Page');

  await page.getByRole('searchbox').fill('plain');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('row')).toHaveCount(2);

  await page.getByRole('link', { name: /^Edit Plain/ }).click();
  await page.locator('[name=first_name]').fill('Simple');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('rowheader', { name: 'Simple Page' })).toBeVisible();

  await page.getByRole('link', { name: /^Delete Simple/ }).click();
  await page.locator('[name=confirm]').fill('delete');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.locator('#confirm-error')).toBeVisible();
  await page.locator('[name=confirm]').fill('DELETE');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page).toHaveURL(/\/users(\?|$)/);
  await expect(page.getByRole('row').filter({ hasText: `plain@${centre.domain}` })).toHaveCount(0);
});

test('a file is uploaded, checked and added without JavaScript', async ({ page, centre }) => {
  await signIn(page, centre.admin);
  await page.goto('/users/upload');
  await page.locator('[name=file]').setInputFiles({
    name: 'users.csv', mimeType: 'text/csv',
    buffer: Buffer.from(`First name,Last name,Email,Password,Role\nCsv,Person,csv@${centre.domain},blue kettle meadow 71,INV\n`),
  });
  await page.locator('[name=declaration]').check();
  await page.locator('main').getByRole('button', { name: /Upload/ }).click();
  await page.getByRole('button', { name: /Add 1 user/ }).click();
  await expect(page.getByRole('main')).toContainText(/1 user (was|has been|is) added|added 1 user/i, { timeout: 30_000 });
  await signOut(page);
});

test('the first sign-in with its new password works without JavaScript', async ({ page, hub, centre }) => {
  const user = await newUser(hub, centre, 'INV');
  await signIn(page, user);
  await expect(page).toHaveURL(/\/account\/password/);
  for (const [field, value] of [['current_password', user.password], ['new_password', 'orchard telescope rain 60'], ['confirm_password', 'orchard telescope rain 60']]) {
    await page.locator(`[name=${field}]`).fill(value);
  }
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page).not.toHaveURL(/\/account\/password/);
});
