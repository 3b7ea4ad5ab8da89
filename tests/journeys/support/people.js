// People made ready through the same forms that a browser uses, but without one: quick, for journeys about something else.
import { expect, request } from '@playwright/test';

import { password } from './hub.js';

const csrfOf = (html) => html.match(/name="csrf" value="([^"]+)"/)?.[1] ?? '';

// The form at `address`, sent with its csrf; the answer is not followed.
async function send(client, address, fields) {
  const form = await client.get(address);
  const csrf = csrfOf(await form.text());
  return client.post(address, { form: { csrf, ...fields }, maxRedirects: 0 });
}

async function signedIn(hub, person) {
  const client = await request.newContext({ baseURL: hub.url });
  const answer = await send(client, '/sign-in', { email: person.email, password: person.password });
  expect(answer.status(), `sign-in of ${person.email}`).toBe(303);
  return client;
}

// Someone of the centre, their first sign-in not yet done.
export async function newUser(hub, centre, role, given = {}) {
  const tag = Math.random().toString(36).slice(2, 7);
  const person = { firstName: 'Nia', lastName: `Newcomer${tag}`, email: `nia.${tag}@${centre.domain}`, password: 'first given pass 1846', role, ...given };
  const admin = await signedIn(hub, centre.admin);
  const answer = await send(admin, '/users/add', {
    first_name: person.firstName, last_name: person.lastName, email: person.email, role, password: person.password, declaration: 'yes',
  });
  expect(answer.status(), `adding ${person.email}: ${(await answer.text()).slice(0, 2000)}`).toBe(303);
  person.id = answer.headers().location.match(/\d+/)[0];
  await admin.dispose();
  return person;
}

// Someone of the centre who has chosen their own password.
export async function settledUser(hub, centre, role, given = {}) {
  const person = await newUser(hub, centre, role, given);
  const client = await signedIn(hub, person);
  const answer = await send(client, '/account/password', {
    current_password: person.password, new_password: password, confirm_password: password,
  });
  expect(answer.status(), `first password of ${person.email}`).toBe(303);
  await client.dispose();
  return { ...person, password };
}

export async function signIn(page, person) {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

export async function signOut(page) {
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}

// The fields of a person in the form of a user, or of a Centre Admin.
export async function fillPerson(form, person) {
  await form.getByLabel('First name').fill(person.firstName);
  await form.getByLabel('Last name').fill(person.lastName);
  await form.getByLabel(/^Email/).fill(person.email);
  await form.locator('[name=password]').fill(person.password);
}

// At the first sign-in: the same person, whose password is their own now.
export async function chooseOwnPassword(page, person) {
  await expect(page).toHaveURL(/\/account\/password/);
  await page.locator('[name=current_password]').fill(person.password);
  await page.locator('[name=new_password]').fill(password);
  await page.locator('[name=confirm_password]').fill(password);
  await expect(page.locator('#password-strength'), 'it moves the button down').not.toBeEmpty();
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page).not.toHaveURL(/\/account\/password$/);
  return { ...person, password };
}
