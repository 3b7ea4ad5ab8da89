import { expect, expectSound, password, settledUser, signIn, signOut, test } from './support/journey.js';

test('a wrong password and an unknown email read the same', async ({ page, centre }) => {
  await page.goto('/sign-in');
  await expectSound(page);
  const said = [];
  for (const email of [centre.admin.email, `nobody@${centre.domain}`]) {
    await signIn(page, { email, password: 'not the password 1' });
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
    said.push((await page.locator('main').innerText()).replaceAll(email, 'EMAIL'));
  }
  expect(said[0]).toBe(said[1]);
  await expectSound(page);
});

test('after ten wrong guesses even the right password waits, and the page says how long', async ({ page, centre }) => {
  let status = 0;
  for (let guess = 0; guess < 11; ++guess) {
    const answering = page.waitForResponse((response) => response.request().method() === 'POST');
    await signIn(page, { ...centre.admin, password: `wrong guess ${guess}` });
    status = (await answering).status();
  }
  expect(status).toBe(429);
  const answering = page.waitForResponse((response) => response.request().method() === 'POST');
  await signIn(page, centre.admin);
  const answer = await answering;
  expect(answer.status()).toBe(429);
  expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
  await expect(page.locator('main')).toContainText(/minute|second/);
  await expectSound(page);
});

test('a person comes to where they were going, once signed in', async ({ page, centre }) => {
  await page.goto('/users?role=EO');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel('Email').fill(centre.admin.email);
  await page.getByLabel('Password', { exact: true }).fill(centre.admin.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/users\?role=EO/);
});

test('the way on after signing in never leaves the Hub', async ({ page, hub, centre }) => {
  for (const next of ['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example']) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByLabel('Email').fill(centre.admin.email);
    await page.getByLabel('Password', { exact: true }).fill(centre.admin.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    expect(new URL(page.url()).origin).toBe(hub.url);
    await signOut(page);
  }
});

test('after signing out the Back button shows nothing of the centre', async ({ page, centre }) => {
  await signIn(page, centre.admin);
  await page.goto('/users');
  await expect(page.getByText(centre.admin.email)).toBeVisible();
  await signOut(page);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
});

test('someone sees where they are signed in and ends the other place', async ({ page, hub, centre, browser }) => {
  const elsewhere = await (await browser.newContext({ baseURL: hub.url })).newPage();
  await signIn(elsewhere, centre.admin);
  await signIn(page, centre.admin);
  await page.goto('/account/sessions');
  await expectSound(page);
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await elsewhere.goto('/');
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
  await elsewhere.context().close();
});

test('a new password ends every other place and keeps this one', async ({ page, hub, centre, browser }) => {
  const user = await settledUser(hub, centre, 'SLT');
  const elsewhere = await (await browser.newContext({ baseURL: hub.url })).newPage();
  await signIn(elsewhere, user);
  await signIn(page, user);
  await page.goto('/account/password');
  const next = 'orchard telescope rain 60';
  await page.locator('[name=current_password]').fill(password);
  await page.locator('[name=new_password]').fill(next);
  await page.locator('[name=confirm_password]').fill(next);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page).not.toHaveURL(/\/account\/password$/);
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
  await elsewhere.goto('/');
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await elsewhere.context().close();
});

test('before the idle time is over a warning offers to stay', async ({ page, centre }) => {
  await page.clock.install();
  await signIn(page, centre.admin);
  await page.goto('/users');
  await page.clock.runFor('28:30');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expectSound(page);
  await dialog.getByRole('button', { name: /stay/i }).click();
  await expect(dialog).toBeHidden();
});

test('an invigilator has no part of the exams officers', async ({ page, hub, centre }) => {
  const invigilator = await settledUser(hub, centre, 'INV');
  await signIn(page, invigilator);
  await expectSound(page);
  for (const address of ['/users', '/users/add', '/users/upload', '/audit']) {
    expect((await page.goto(address)).status(), address).toBe(403);
  }
  await expectSound(page);
});

test('the first page and the help suit each role', async ({ page, hub, centre }) => {
  const people = [centre.admin, await hub.addOperator()];
  for (const role of ['EO', 'SLT', 'INV']) people.push(await settledUser(hub, centre, role));
  for (const person of people) {
    await signIn(page, person);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectSound(page);
    await page.goto('/help');
    await expectSound(page);
    await signOut(page);
  }
});

test('what is not there is said so, signed in or not', async ({ page, centre }) => {
  expect((await page.goto('/no-such-page')).status()).toBe(404);
  await expectSound(page);
  await signIn(page, centre.admin);
  expect((await page.goto('/no-such-page')).status()).toBe(404);
  await expectSound(page);
});
