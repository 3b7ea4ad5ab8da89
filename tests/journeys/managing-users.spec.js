// The guide's chapter "Managing users".
import { expect, expectSound, newUser, password, settledUser, signIn, signOut, test } from './support/journey.js';

const rowOf = (page, person) => page.getByRole('row').filter({ hasText: person.email });

async function openUsers(page, person) {
  await signIn(page, person);
  await page.getByRole('navigation', { name: 'Resources' }).getByRole('link', { name: 'User Management' }).click();
}

test('a Centre Admin edits a user, the email too', async ({ page, hub, centre }) => {
  const user = await newUser(hub, centre, 'INV');
  await openUsers(page, centre.admin);
  await rowOf(page, user).getByRole('link', { name: /^Edit/ }).click();
  await expectSound(page);
  await page.getByLabel('Last name').fill('Renamed');
  await page.getByLabel('Email').fill(`renamed@${centre.domain}`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/\/users/);
  await expect(page.getByRole('row').filter({ hasText: `renamed@${centre.domain}` })).toContainText('Nia Renamed');
});

test('an exams officer edits a user but not the email', async ({ page, hub, centre }) => {
  const officer = await settledUser(hub, centre, 'EO');
  const user = await newUser(hub, centre, 'INV');
  await openUsers(page, officer);
  await rowOf(page, user).getByRole('link', { name: /^Edit/ }).click();
  await expect(page.locator('input[name=email]:not([readonly]):not([disabled])')).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('Centre Admin');
  await expectSound(page);
  await page.getByLabel('First name').fill('Noor');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(rowOf(page, user)).toContainText('Noor');
});

test('nobody changes their own email: the support address is shown', async ({ page, centre }) => {
  await signIn(page, centre.admin);
  await page.goto('/users');
  await rowOf(page, centre.admin).getByRole('link', { name: /^Edit/ }).click();
  await expect(page.locator('input[name=email]:not([readonly]):not([disabled])')).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('contact@theexamsoffice.com');
});

test('a password set by the officer works once, and ends where the user was signed in', async ({ page, hub, centre, browser }) => {
  const user = await settledUser(hub, centre, 'INV');
  const theirs = await (await browser.newContext({ baseURL: hub.url })).newPage();
  await signIn(theirs, user);
  await expect(theirs.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();

  await openUsers(page, centre.admin);
  await rowOf(page, user).getByRole('link', { name: /^Edit/ }).click();
  await page.locator('[name=password]').fill('from the officer 3391');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/\/users(\?|$)/);

  await theirs.goto('/');
  await expect(theirs).toHaveURL(/\/sign-in/);
  await signIn(theirs, { ...user, password: 'from the officer 3391' });
  await expect(theirs).toHaveURL(/\/account\/password/);
  await theirs.context().close();
});

test('two people edit one user: the second sees both values and nothing is lost', async ({ page, hub, centre, browser }) => {
  const officer = await settledUser(hub, centre, 'EO');
  const user = await newUser(hub, centre, 'INV');
  const second = await (await browser.newContext({ baseURL: hub.url })).newPage();
  await signIn(second, officer);
  await second.goto(`/users/${user.id}/edit`);

  await signIn(page, centre.admin);
  await page.goto(`/users/${user.id}/edit`);
  await page.getByLabel('Last name').fill('Firstsaved');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/\/users(\?|$)/);

  await second.getByLabel('Last name').fill('Secondsaved');
  const answer = second.waitForResponse((response) => response.request().method() === 'POST');
  await second.getByRole('button', { name: 'Save' }).click();
  expect((await answer).status()).toBe(409);
  await expect(second.getByRole('main')).toContainText('Firstsaved');
  await expectSound(second);
  await second.context().close();

  await page.goto('/users');
  await expect(rowOf(page, user)).toContainText('Firstsaved');
});

test('a Centre Admin deletes a user with the word DELETE only, and it ends their session', async ({ page, hub, centre, browser }) => {
  const user = await settledUser(hub, centre, 'INV');
  const theirs = await (await browser.newContext({ baseURL: hub.url })).newPage();
  await signIn(theirs, user);

  await openUsers(page, centre.admin);
  await rowOf(page, user).getByRole('link', { name: /^Delete/ }).click();
  await expect(page.getByRole('main')).toContainText(user.lastName);
  await expect(page.getByRole('main')).toContainText(/cannot be (undone|recovered)/i);
  await expectSound(page);
  const confirm = page.getByRole('button', { name: 'Confirm' });
  await expect(confirm).toBeDisabled();
  await page.locator('[name=confirm]').fill('delete');
  await expect(confirm).toBeDisabled();
  await page.locator('[name=confirm]').fill('DELETE');
  await confirm.click();
  await expect(page).toHaveURL(/\/users(\?|$)/);
  await expect(rowOf(page, user)).toHaveCount(0);

  await theirs.goto('/');
  await expect(theirs).toHaveURL(/\/sign-in/);
  await signIn(theirs, user);
  await expect(theirs).toHaveURL(/\/sign-in/);
  await theirs.context().close();
});

test('an exams officer has no Delete, by icon or by address', async ({ page, hub, centre }) => {
  const officer = await settledUser(hub, centre, 'EO');
  const user = await newUser(hub, centre, 'INV');
  await openUsers(page, officer);
  await expect(rowOf(page, user)).toBeVisible();
  await expect(page.getByRole('link', { name: /^Delete/ })).toHaveCount(0);
  const answer = await page.goto(`/users/${user.id}/delete`);
  expect(answer.status()).toBe(403);
  await expectSound(page);
});

test('an exams officer cannot touch a Centre Admin', async ({ page, hub, centre }) => {
  const officer = await settledUser(hub, centre, 'EO');
  await openUsers(page, officer);
  await expect(rowOf(page, centre.admin).getByRole('link', { name: /^Edit/ })).toHaveCount(0);
});

test('a user of another centre is not found', async ({ page, hub, centre }) => {
  const other = await hub.addCentre();
  const stranger = await newUser(hub, other, 'INV');
  await signIn(page, centre.admin);
  for (const action of ['edit', 'delete']) {
    const answer = await page.goto(`/users/${stranger.id}/${action}`);
    expect(answer.status()).toBe(404);
    await expect(page.locator('body')).not.toContainText(stranger.lastName);
  }
  await expectSound(page);
});

test('the list is searched as one types, filtered by role and sorted', async ({ page, hub, centre }) => {
  await newUser(hub, centre, 'INV', { firstName: 'Zoë', lastName: 'Aardvark', email: `zoe@${centre.domain}` });
  await newUser(hub, centre, 'SLT', { firstName: 'Bertrand', lastName: 'Zebra', email: `bertrand@${centre.domain}` });
  await openUsers(page, centre.admin);
  await page.getByRole('searchbox').fill('zoe');
  await expect(page.getByRole('rowheader', { name: 'Bertrand Zebra' })).toHaveCount(0);
  await expect(page.getByRole('rowheader', { name: 'Zoë Aardvark' })).toBeVisible();
  await expect(page).toHaveURL(/q=zoe/);
  await page.getByRole('searchbox').fill('nobody of that name');
  await expect(page.getByRole('rowheader', { name: 'Zoë Aardvark' })).toHaveCount(0);
  await expectSound(page);

  await page.goto('/users?role=SLT');
  await expect(page.getByRole('rowheader', { name: 'Bertrand Zebra' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Zoë Aardvark' })).toHaveCount(0);
});

test('the audit tells the Centre Admin who did what, without a password', async ({ page, hub, centre }) => {
  const user = await newUser(hub, centre, 'INV');
  await signIn(page, centre.admin);
  await page.goto('/audit');
  await expect(page.getByRole('main')).toContainText(user.lastName);
  await expect(page.getByRole('main')).not.toContainText(user.password);
  await expect(page.getByRole('main')).not.toContainText(password);
  await expectSound(page);
  await signOut(page);
  const officer = await settledUser(hub, centre, 'EO');
  await signIn(page, officer);
  expect((await page.goto('/audit')).status()).toBe(403);
});
