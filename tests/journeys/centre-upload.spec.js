// Centres from a spreadsheet: checked first, added together, the others corrected and uploaded again.
import { chooseOwnPassword, expect, expectSound, signIn, signOut, test } from './support/journey.js';
import { signInAsOperator } from './support/operator.js';
import { fillTemplate, rowsOf, setCells } from './support/spreadsheet.js';

const tag = () => 60_000 + Math.floor(Math.random() * 30_000);

function rowOf(number, name, password) {
  return [String(number), name, 'Nia', 'Newbury', `nia@n${number}.example`, password];
}

async function upload(page, file) {
  await page.goto('/operator/centres/upload');
  await page.locator('[name=file]').setInputFiles(file);
  await page.locator('main').getByRole('button', { name: 'Upload and check' }).click();
  await expect(page).toHaveURL(/\/operator\/centres\/uploads\/\d+/);
}

async function downloaded(page, link, path) {
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  const download = await arriving;
  await download.saveAs(path);
  return download.suggestedFilename();
}

test('an operator fills the template, adds the ready centres, corrects the others, and a new Centre Admin begins', async ({ page, hub, centre }, info) => {
  const first = tag();
  const [good, zeros, weak, taken] = [first, '00' + String(first).slice(2), first + 1, centre.number];
  const rows = [
    rowOf(good, 'Ysgol Siân', 'blue kettle meadow 71'),
    rowOf(zeros, 'Łódź Academy', 'seven otters rowing 3'),
    rowOf(weak, 'Weak School', 'password1234'),
    rowOf(taken, 'Second School', 'quiet harbour pencil 6'),
  ];
  await signInAsOperator(page, hub);
  await page.goto('/operator/centres');
  await page.getByRole('link', { name: 'Upload centres' }).click();
  await expectSound(page);
  const template = info.outputPath('template.xlsx');
  expect(await downloaded(page, 'Download Template', template)).toBe('CentreUploadTemplate.xlsx');
  const filled = info.outputPath('Our centres.xlsx');
  await fillTemplate(template, filled, rows);

  await upload(page, filled);
  const main = page.getByRole('main');
  await expect(main).toContainText('2 rows are ready, 2 rows have problems.');
  await expect(main).toContainText(`${centre.name} already has this number.`);
  await expect(main, 'no password is ever shown').not.toContainText('password1234');
  await expectSound(page);
  const problems = info.outputPath('problems.xlsx');
  expect(await downloaded(page, 'Download the rows with problems', problems)).toBe('problems.xlsx');

  await page.getByRole('button', { name: 'Add 2 centres' }).click();
  await expect(main).toContainText('2 centres were added.', { timeout: 30_000 });
  await expect(main).toContainText(`nia@n${good}.example`);
  await expect(main).not.toContainText('blue kettle meadow 71');
  await expectSound(page);
  await page.setViewportSize({ width: 320, height: 780 });
  await expectSound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('link', { name: 'Łódź Academy' }).click();
  await expect(main, 'the zeros stayed').toContainText(zeros);

  const [[, sheet]] = Object.entries(await rowsOf(problems));
  const heading = sheet.findIndex((row) => row.some((cell) => /what to correct/i.test(String(cell))));
  expect(sheet.slice(heading + 1).map((row) => row[1])).toEqual(['Weak School', 'Second School']);
  const row = heading + 2;
  await setCells(problems, { [`F${row}`]: 'stapler walnut comet 2', [`A${row + 1}`]: String(first + 2) });
  await upload(page, problems);
  await page.getByRole('button', { name: 'Add 2 centres' }).click();
  await expect(main).toContainText('2 centres were added.', { timeout: 30_000 });
  await page.goto(`/operator/centres?q=${first + 2}`);
  await expect(main).toContainText('Second School');
  await signOut(page);

  const admin = { email: `nia@n${weak}.example`, password: 'stapler walnut comet 2' };
  await signIn(page, admin);
  await chooseOwnPassword(page, admin);
  await page.goto('/users');
  await expect(page.getByRole('row').filter({ hasText: admin.email })).toBeVisible();
  await expect(page.getByRole('row'), 'the head and the Centre Admin').toHaveCount(2);
});

test('the same file of centres again adds nothing and says why', async ({ page, hub }, info) => {
  const number = tag();
  const file = info.outputPath('centres.csv');
  await (await import('node:fs/promises')).writeFile(file,
    `school;centre number;surname;forename;e-mail;password\nOnce School;${number};Newbury;Nia;nia@n${number}.example;blue kettle meadow 71\n`);
  await signInAsOperator(page, hub);
  await upload(page, file);
  await page.getByRole('button', { name: 'Add 1 centre' }).click();
  await expect(page.getByRole('main')).toContainText('1 centre was added.', { timeout: 30_000 });
  await upload(page, file);
  await expect(page.getByRole('main')).toContainText('Once School already has this number.');
  await expect(page.getByRole('main')).toContainText('No centre can be added from this file.');
  await expect(page.getByRole('button', { name: /^Add / })).toHaveCount(0);
  await expectSound(page);
});
