// By keyboard alone: no click in this file.
import { expect, expectSound, newUser, test } from './support/journey.js';
import { tabTo } from './support/keyboard.js';

async function signInByKeyboard(page, person) {
  await page.goto('/sign-in');
  if (!(await page.getByLabel('Email').evaluate((field) => field === document.activeElement))) await tabTo(page, page.getByLabel('Email'));
  await page.keyboard.type(person.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(person.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
}

test('the first Tab offers to skip the menu', async ({ page, centre }) => {
  await signInByKeyboard(page, centre.admin);
  await page.goto('/users');
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  await expect(skip).toHaveText(/Skip/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.querySelector('main').contains(document.activeElement))).toBe(true);
});

test('a user is added by keyboard', async ({ page, centre }) => {
  await signInByKeyboard(page, centre.admin);
  await page.goto('/users');
  await tabTo(page, page.getByRole('link', { name: '+ Add', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/users\/add/);
  for (const [field, value] of [['first_name', 'Key'], ['last_name', 'Board'], ['email', `key@${centre.domain}`]]) {
    await tabTo(page, page.locator(`[name=${field}]`));
    await page.keyboard.type(value);
  }
  await tabTo(page, page.locator('[name=role]').first());
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('[name=role][value=INV]'), 'the last choice comes before the first').toBeChecked();
  await tabTo(page, page.locator('[name=password]'));
  await page.keyboard.type('given on paper 2291');
  await tabTo(page, page.locator('[name=declaration]'));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Submit' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').nth(1)).toContainText('Key Board');
});

test('a user is deleted by keyboard', async ({ page, hub, centre }) => {
  const user = await newUser(hub, centre, 'INV');
  await signInByKeyboard(page, centre.admin);
  await page.goto('/users');
  await tabTo(page, page.getByRole('link', { name: new RegExp(`^Delete .*${user.lastName}`) }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/delete$/);
  await tabTo(page, page.locator('[name=confirm]'));
  await page.keyboard.type('DELETE');
  await tabTo(page, page.getByRole('button', { name: 'Confirm' }));
  await expectSound(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/users(\?|$)/);
});
