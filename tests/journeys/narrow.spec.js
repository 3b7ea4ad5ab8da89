// A telephone: 390 px, and 320 px, which is also 1280 px enlarged four times.
import { expect, expectSound, newUser, settledUser, signIn, test } from './support/journey.js';

for (const width of [390, 320]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 780 } });

    test('every page fits, and is sound', async ({ page, hub, centre }) => {
      const user = await newUser(hub, centre, 'INV', { firstName: 'Bartholomew-Maximilian', lastName: 'Featherstonehaugh-Cholmondeley' });
      await page.goto('/sign-in');
      await expectSound(page);
      await signIn(page, centre.admin);
      const addresses = ['/', '/users', '/users/add', '/users/upload', `/users/${user.id}/edit`, `/users/${user.id}/delete`,
        `/users/${user.id}/access`, `/users/${user.id}/extra-time`, '/users/access', '/users/access?q=nobody-at-all', '/assessments',
        '/users?q=nobody-at-all', '/summary', '/summary?q=nobody-at-all', '/summary/questions', `/users/${user.id}/progress`, '/account/password', '/account/sessions', '/audit', '/help', '/no-such-page'];
      for (const address of addresses) {
        await page.goto(address);
        await expectSound(page);
      }
    });

    test('the menu folds behind a button and leads on', async ({ page, centre }) => {
      await signIn(page, centre.admin);
      const entry = page.locator('#menu').getByRole('link', { name: 'User Management' });
      await expect(entry).toBeHidden();
      await page.getByText('Menu', { exact: true }).click();
      await expect(entry).toBeVisible();
      await expectSound(page);
      await entry.click();
      await expect(page).toHaveURL(/\/users/);
    });
  });
}

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });

  test('every page keeps its contrast', async ({ page, hub, centre }) => {
    const user = await newUser(hub, centre, 'INV');
    await page.goto('/sign-in');
    await expectSound(page);
    await signIn(page, await settledUser(hub, centre, 'EO'));
    for (const address of ['/', '/users', '/users/add', '/users/upload', `/users/${user.id}/edit`, '/summary', '/summary/questions', `/users/${user.id}/progress`, '/account/password', '/account/sessions', '/help']) {
      await page.goto(address);
      await expectSound(page);
    }
    await page.goto('/users/add');
    await page.getByRole('button', { name: 'Submit' }).click();
    await expect(page.locator('#first_name-error')).toBeVisible();
    await expectSound(page);
  });
});
