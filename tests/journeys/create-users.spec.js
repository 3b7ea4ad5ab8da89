// The guide's chapter "How to create user accounts".
import { expect, expectSound, signIn, signOut, test } from './support/journey.js';
import { fillTemplate, rowsOf, setCells } from './support/spreadsheet.js';

async function openUserManagement(page, centre) {
  await signIn(page, centre.admin);
  await page.getByRole('navigation', { name: 'Resources' }).getByRole('link', { name: 'User Management' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'User Management' })).toBeVisible();
}

async function fillNewUser(page, person) {
  await page.getByLabel('First name').fill(person.firstName);
  await page.getByLabel('Last name').fill(person.lastName);
  await page.getByLabel('Email').fill(person.email);
  await page.locator(`[name=role][value=${person.role}]`).check();
  await page.locator('[name=password]').fill(person.password);
}

test('an officer adds one user, who chooses a password at the first sign-in and then works', async ({ page, centre }) => {
  const person = { firstName: 'Siân', lastName: "O'Neil", email: `sian@${centre.domain}`, role: 'INV', password: 'given on paper 2291' };
  await openUserManagement(page, centre);
  await expectSound(page);

  await page.getByRole('link', { name: '+ Add', exact: true }).click();
  await expectSound(page);
  await fillNewUser(page, person);
  await page.locator('[name=declaration]').check();
  await page.getByRole('button', { name: 'Submit' }).click();

  await expect(page).toHaveURL(/\/users\?added=\d+/);
  const first = page.getByRole('row').nth(1);
  await expect(first).toContainText("Siân O'Neil");
  await expect(first).toContainText(person.email);
  await expect(page.getByRole('main')).not.toContainText(person.password);
  await expectSound(page);
  await signOut(page);

  await signIn(page, person);
  await expect(page).toHaveURL(/\/account\/password/);
  await expectSound(page);
  await page.goto('/');
  await expect(page, 'nothing else until the password is their own').toHaveURL(/\/account\/password/);
  const own = 'lantern gravel october 5';
  await page.locator('[name=current_password]').fill(person.password);
  await page.locator('[name=new_password]').fill(own);
  await page.locator('[name=confirm_password]').fill(own);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page).not.toHaveURL(/\/account\/password/);
  await expect(page.getByRole('link', { name: 'User Management' })).toHaveCount(0);
  await signOut(page);

  await signIn(page, person);
  await expect(page, 'the given password is over').toHaveURL(/\/sign-in/);
  await signIn(page, { ...person, password: own });
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
});

test('a form with mistakes says at each field what to do, and keeps what was typed but the password', async ({ page, centre }) => {
  await openUserManagement(page, centre);
  await page.getByRole('link', { name: '+ Add', exact: true }).click();
  await fillNewUser(page, { firstName: 'Łukasz', lastName: '李', email: 'not an address', role: 'SLT', password: 'password' });
  await page.getByRole('button', { name: 'Submit' }).click();

  await expect(page.locator('#email-error')).toBeVisible();
  await expect(page.locator('#password-error')).toBeVisible();
  await expect(page.locator('#declaration-error')).toBeVisible();
  await expect(page.getByLabel('First name')).toHaveValue('Łukasz');
  await expect(page.getByLabel('Last name')).toHaveValue('李');
  await expect(page.getByLabel('Email')).toHaveValue('not an address');
  await expect(page.locator('[name=password]')).toHaveValue('');
  await expect(page.getByRole('alert'), 'the summary has the focus').toBeFocused();
  await expectSound(page);

  await page.getByRole('alert').getByRole('link').first().click();
  await expect(page.getByLabel('Email')).toBeFocused();
});

test('an email that is taken is refused, by name within the centre', async ({ page, centre }) => {
  await openUserManagement(page, centre);
  await page.getByRole('link', { name: '+ Add', exact: true }).click();
  await fillNewUser(page, { firstName: 'Ada', lastName: 'Again', email: centre.admin.email.toUpperCase(), role: 'EO', password: 'given on paper 2291' });
  await page.locator('[name=declaration]').check();
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.locator('#email-error')).toContainText('Ada Admin');
});

test('an email of another centre is refused without telling which', async ({ page, hub, centre }) => {
  const other = await hub.addCentre();
  await openUserManagement(page, centre);
  await page.getByRole('link', { name: '+ Add', exact: true }).click();
  await fillNewUser(page, { firstName: 'Ada', lastName: 'Else', email: other.admin.email, role: 'EO', password: 'given on paper 2291' });
  await page.locator('[name=declaration]').check();
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.locator('#email-error')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(other.name);
  await expect(page.getByRole('main')).not.toContainText(other.admin.lastName);
});

const people = (centre) => [
  ['Anna', 'Aldous', `anna@${centre.domain}`, 'blue kettle meadow 71', 'EO'],
  ['Łukasz', 'Żuraw', `lukasz@${centre.domain}`, 'seven otters rowing 3', 'SLT'],
  ['小明', '李', `xiaoming@${centre.domain}`, 'copper window finch 9', 'INV'],
  ['Mistaken', 'Role', `role@${centre.domain}`, 'quiet harbour pencil 6', 'TEACHER'],
  ['Weak', 'Password', `weak@${centre.domain}`, 'password1234', 'INV'],
  ['Ada', 'Admin', centre.admin.email, 'marble canyon sixpence 8', 'INV'],
];

async function upload(page, file) {
  await page.locator('[name=file]').setInputFiles(file);
  await page.locator('[name=declaration]').check();
  await page.locator('main').getByRole('button', { name: /Upload/ }).click();
  await expect(page).toHaveURL(/\/users\/uploads\/\d+/);
}

test('an officer uploads the filled template, adds the ready rows, corrects the others and uploads them again', async ({ page, centre }, info) => {
  await openUserManagement(page, centre);
  await page.getByRole('link', { name: '+ Upload Users' }).click();
  await expectSound(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download Template' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('UserUploadTemplate.xlsx');
  const template = info.outputPath('UserUploadTemplate.xlsx');
  await download.saveAs(template);
  const filled = info.outputPath('Our users.xlsx');
  await fillTemplate(template, filled, people(centre));

  await upload(page, filled);
  const main = page.getByRole('main');
  await expect(main).toContainText('TEACHER');
  await expect(main).toContainText('Ada Admin');
  await expect(main, 'no password is ever shown').not.toContainText('password1234');
  await expectSound(page);

  const problemsArriving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the rows with problems' }).click();
  const problems = info.outputPath('problems.xlsx');
  await (await problemsArriving).saveAs(problems);

  await page.getByRole('button', { name: 'Add 3 users' }).click();
  await expect(main).toContainText(/3 users (were|have been|are) added|added 3 users/i, { timeout: 30_000 });
  await expectSound(page);

  await page.goto('/users');
  await expect(page.getByRole('rowheader', { name: '小明' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Żuraw' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Mistaken' })).toHaveCount(0);

  const [[, sheet]] = [Object.entries(await rowsOf(problems))[0]];
  const heading = sheet.findIndex((row) => row.some((cell) => /what to correct/i.test(String(cell))));
  expect(sheet.slice(heading + 1).map((row) => row[0])).toEqual(['Mistaken', 'Weak', 'Ada']);
  const row = heading + 2;
  await setCells(problems, {
    [`E${row}`]: 'SLT', [`D${row + 1}`]: 'stapler walnut comet 2', [`C${row + 2}`]: `ada.second@${centre.domain}`,
  });
  await page.goto('/users/upload');
  await upload(page, problems);
  await page.getByRole('button', { name: 'Add 3 users' }).click();
  await expect(main).toContainText(/3 users (were|have been|are) added|added 3 users/i, { timeout: 30_000 });
  await signOut(page);

  await signIn(page, { email: `weak@${centre.domain}`, password: 'stapler walnut comet 2' });
  await expect(page).toHaveURL(/\/account\/password/);
});

test('uploading the same file twice creates nothing twice', async ({ page, centre }, info) => {
  await openUserManagement(page, centre);
  await page.goto('/users/upload');
  const file = info.outputPath('users.csv');
  await (await import('node:fs/promises')).writeFile(file, `first name;last name;email;password;role\nAnna;Aldous;anna@${centre.domain};blue kettle meadow 71;INV\n`);
  await upload(page, file);
  const check = page.url();
  await page.getByRole('button', { name: /Add 1 user/ }).click();
  await expect(page.getByRole('main')).toContainText(/1 user (was|has been|is) added|added 1 user/i, { timeout: 30_000 });
  await page.goto(check);
  await expect(page.getByRole('button', { name: /Add 1 user/ })).toHaveCount(0);

  await page.goto('/users/upload');
  await upload(page, file);
  await expect(page.getByRole('main')).toContainText('Anna Aldous');
  await expect(page.getByRole('button', { name: /Add \d/ })).toHaveCount(0);
});

test('what is no spreadsheet is refused with a sentence that says what to do', async ({ page, centre }) => {
  await openUserManagement(page, centre);
  await page.goto('/users/upload');
  await page.locator('[name=file]').setInputFiles({ name: 'users.xlsx', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj\n') });
  await page.locator('[name=declaration]').check();
  await page.locator('main').getByRole('button', { name: /Upload/ }).click();
  await expect(page.locator('#file-error')).toBeVisible();
  await expectSound(page);
});

test('the declaration has to be ticked before anybody is uploaded', async ({ page, centre }) => {
  await openUserManagement(page, centre);
  await page.goto('/users/upload');
  await page.locator('[name=file]').setInputFiles({ name: 'users.csv', mimeType: 'text/csv', buffer: Buffer.from('First name,Last name,Email,Password,Role\n') });
  await page.locator('main').getByRole('button', { name: /Upload/ }).click();
  await expect(page.locator('#declaration-error')).toBeVisible();
  await expect(page).toHaveURL(/\/users\/upload$/);
});
