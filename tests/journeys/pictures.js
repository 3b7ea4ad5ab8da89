// pictures.js FOLDER: the documents' pictures, taken from a Hub that serves the demo centre.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { chromium } from '@playwright/test';

import config from './playwright.config.js';
import { Hub } from './support/hub.js';
import { signIn } from './support/people.js';

const [folder] = process.argv.slice(2);
const { launchOptions, locale, timezoneId } = config.use;

const shots = [
  { name: 'home', path: '/' },
  { name: 'user-management', path: '/users' },
  { name: 'add-user', path: '/users/add' },
  { name: 'upload-users', path: '/users/upload' },
  { name: 'audit', path: '/audit' },
  { name: 'user-summary', path: '/summary' },
];

const hub = await Hub.start('sqlite', 'demo');
const password = hub.said.match(/with the password (\S+)/)[1];
const browser = await chromium.launch(launchOptions);
async function open(viewport) {
  const context = await browser.newContext({ baseURL: hub.url, locale, timezoneId, viewport, deviceScaleFactor: 1 });
  return context.newPage();
}
async function take(page, name) {
  await page.mouse.move(0, 0);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

await mkdir(folder, { recursive: true });
const page = await open({ width: 1280, height: 800 });
await page.goto('/sign-in');
await take(page, 'sign-in');
await signIn(page, { email: 'admin@demo.example', password });
for (const shot of shots) {
  await page.goto(shot.path);
  await take(page, shot.name);
}

await page.goto('/users/upload');
await page.locator('[name=file]').setInputFiles({
  name: 'Invigilators 2026.csv', mimeType: 'text/csv',
  buffer: Buffer.from([
    'First name,Last name,Email,Password,Role',
    'Hannah,Okafor,hannah.okafor@demo.example,blue kettle meadow 71,INV',
    'Gwen,Pritchard,gwen.pritchard@demo.example,seven otters rowing 3,INV',
    'Tom,Ashworth,tom.ashworth@demo.example,copper window finch 9,SLT',
    'Ivy,Invigilator,ivy.invigilator@demo.example,marble canyon sixpence 8,INV',
    'Rosa,Delgado,rosa.delgado@demo.example,password1234,INV',
    'Ken,Mbeki,ken.mbeki@demo.example,stapler walnut comet 2,TEACHER',
    '',
  ].join('\n')),
});
await page.locator('[name=declaration]').check();
await page.locator('main').getByRole('button', { name: /Upload/ }).click();
await take(page, 'upload-check');

// From the list to the one who has done most, and on to the certificate.
await page.goto('/summary?status=passed');
await page.locator('.matrix').getByRole('rowheader').getByRole('link').first().click();
await take(page, 'progress');
await page.getByRole('link', { name: /^See Sections/ }).first().click();
await take(page, 'sections');
await page.getByRole('link', { name: /^Graph/ }).first().click();
await take(page, 'questions-answered');
await page.goBack();
await page.goBack();
await page.getByRole('link', { name: /^Download, export or reissue/ }).first().click();
await page.waitForLoadState('networkidle');
await take(page, 'certificate');

const telephone = await open({ width: 390, height: 780 });
await signIn(telephone, { email: 'admin@demo.example', password });
await telephone.goto('/users');
await take(telephone, 'user-management-narrow');
await browser.close();
await hub.stop();
