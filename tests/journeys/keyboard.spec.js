// By keyboard alone: no click in this file.
import { expect, expectSound, newUser, test } from './support/journey.js';

// Tab until the wanted thing has the focus; each stop on the way has to be visible and to show that it has it.
async function tabTo(page, locator, most = 60) {
  for (let i = 0; i < most; ++i) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return { name: 'the page itself', seen: true };
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
      return { name: element.outerHTML.slice(0, 120), seen: box.width > 0 && box.height > 0 && marked };
    });
    expect(stop.seen, `the focus is lost to sight on ${stop.name}`).toBe(true);
    if (await locator.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('Tab never comes to it.');
}

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
