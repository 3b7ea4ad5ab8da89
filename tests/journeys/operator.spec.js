// Whoever runs the Hub: a new centre from nothing, Centre Admins, a centre closed and opened again.
import { chooseOwnPassword, expect, expectSound, fillPerson, newUser, settledUser, signIn, signOut, test } from './support/journey.js';
import { notice, signInAsOperator } from './support/operator.js';
import { asPerson } from './support/taking.js';

async function openCentre(page, centre) {
  await page.goto(`/operator/centres?q=${centre.number}`);
  await page.getByRole('link', { name: centre.name }).click();
  await expect(page.getByRole('heading', { level: 1, name: centre.name })).toBeVisible();
}

test('a centre is set up from nothing, and its Centre Admin begins', async ({ page, hub }) => {
  const number = String(60_000 + Math.floor(Math.random() * 30_000));
  const admin = { firstName: 'Beti', lastName: 'Bevan', email: `beti@n${number}.example`, password: 'given on paper 2291' };
  await signInAsOperator(page, hub);
  await page.getByRole('navigation').getByRole('link', { name: 'Centres' }).first().click();
  await expectSound(page);
  await page.getByRole('link', { name: '+ Add a centre' }).click();
  await expectSound(page);
  await page.getByRole('button', { name: 'Add centre' }).click();
  await expect(page.locator('#number-error')).toBeVisible();
  await expectSound(page);
  await page.getByLabel('Centre number').fill(number);
  await page.locator('[name=name]').fill('Ysgol Newydd');
  await fillPerson(page.getByRole('main'), admin);
  await page.getByRole('button', { name: 'Add centre' }).click();
  await expect(notice(page).first()).toContainText(admin.email);
  await expect(page.getByRole('main')).not.toContainText(admin.password);
  await expectSound(page);
  await page.setViewportSize({ width: 320, height: 780 });
  for (const address of ['/', page.url(), '/operator/centres', '/operator/centres/add']) {
    await page.goto(address);
    await expectSound(page);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await signOut(page);

  await signIn(page, admin);
  const settled = await chooseOwnPassword(page, admin);
  const invigilator = await newUser(hub, { admin: settled, domain: `n${number}.example` }, 'INV');
  await page.goto('/users');
  await expect(page.getByRole('row').filter({ hasText: invigilator.email })).toBeVisible();
  await expect(page.getByRole('row'), 'the head, the Centre Admin, the invigilator').toHaveCount(3);
});

test('Centre Admins are appointed, changed and withdrawn by the operator alone, in the centre\'s own audit', async ({ page, hub, centre }) => {
  const officer = await settledUser(hub, centre, 'EO', { firstName: 'Osian' });
  await signInAsOperator(page, hub);
  await openCentre(page, centre);
  await expect(page.getByText('The only Centre Admin stays', { exact: false })).toHaveCount(1);
  await expectSound(page);
  await page.getByRole('link', { name: 'Appoint a Centre Admin' }).click();
  await expectSound(page);
  await page.getByLabel('Their email').fill(officer.email);
  await page.getByRole('button', { name: 'Appoint', exact: true }).click();
  await expect(notice(page)).toContainText('The Centre Admin is appointed.');

  const changed = `ada.new@${centre.domain}`;
  await page.getByRole('link', { name: 'Change email or password of Ada Admin' }).click();
  await expectSound(page);
  await page.getByLabel('Email').fill(changed);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row').filter({ hasText: changed })).toBeVisible();
  await page.getByRole('link', { name: 'Make Ada Admin an exams officer only' }).click();
  await expectSound(page);
  await page.getByLabel('Write WITHDRAW').fill('WITHDRAW');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('The only Centre Admin stays', { exact: false })).toHaveCount(1);
  await expectSound(page);
  await signOut(page);

  await signIn(page, { ...centre.admin, email: changed });
  await expect(page.getByRole('link', { name: 'Audit' })).toHaveCount(0);
  await signOut(page);
  await signIn(page, officer);
  await page.goto('/audit');
  for (const words of ['Olu Operator', 'Ada Admin', officer.lastName]) await expect(page.getByRole('main')).toContainText(words);
  await expectSound(page);
});

test('a closed centre is out at once and keeps everything for when it is opened again', async ({ page, hub, centre, browser }) => {
  const theirs = await (await browser.newContext({ baseURL: hub.url })).newPage();
  await signIn(theirs, centre.admin);
  await signInAsOperator(page, hub);
  await openCentre(page, centre);
  await page.getByRole('link', { name: 'Close', exact: true }).click();
  await expectSound(page);
  await page.getByLabel('Write CLOSE').fill('CLOSE');
  await page.getByRole('button', { name: 'Close centre' }).click();
  await expect(page.getByText('This centre is closed since', { exact: false })).toBeVisible();
  await expectSound(page);
  await theirs.goto('/users');
  await expect(theirs).toHaveURL(/\/sign-in/);
  await signIn(theirs, centre.admin);
  await expect(theirs).toHaveURL(/\/sign-in/);

  await page.getByRole('button', { name: 'Reopen this centre' }).click();
  await expect(notice(page)).toContainText('The centre is open again.');
  await theirs.context().close();
  await asPerson(browser, hub, centre.admin, async (again) => {
    await again.goto('/users');
    await expect(again.getByText(centre.admin.email)).toBeVisible();
  });
});

test('nobody of a centre finds the operator\'s addresses', async ({ page, hub, centre }) => {
  const people = [centre.admin];
  for (const role of ['EO', 'SLT', 'INV']) people.push(await settledUser(hub, centre, role));
  for (const person of people) {
    await signIn(page, person);
    for (const address of ['/operator/centres', '/operator/centres/add', '/operator/centres/1', '/operator/assessments', '/operator/drafts/upload', '/operator/resources', '/operator/report']) {
      expect((await page.goto(address)).status(), `${address} as ${person.role}`).toBe(404);
    }
    await expectSound(page);
    await signOut(page);
  }
});
