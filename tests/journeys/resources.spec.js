// Documents for the exams officers and senior leaders of every centre: published by the operator, never an invigilator's.
import { readFile } from 'node:fs/promises';

import { expect, expectSound, settledUser, signIn, signOut, test } from './support/journey.js';
import { asPerson } from './support/taking.js';

const pdf = (words) => Buffer.from(`%PDF-1.4\n% ${words}\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`);
const notice = (page) => page.getByRole('status').filter({ hasText: /./ });
const menu = (page, name) => page.getByRole('navigation').getByRole('link', { name, exact: true });

async function choose(page, name, bytes) {
  await page.locator('[name=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer: bytes });
}

async function downloaded(page, link) {
  const arriving = page.waitForEvent('download');
  await link.click();
  const download = await arriving;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('a document is published, found by name, replaced by its next version and withdrawn', async ({ page, hub, centre, browser }) => {
  const officer = await settledUser(hub, centre, 'EO');
  const title = `Contingency plan ${centre.number}`;
  await signIn(page, await hub.addOperator());
  await menu(page, 'Resources').click();
  await expectSound(page);
  await page.getByRole('link', { name: '+ Publish a document' }).click();
  await expectSound(page);
  await page.getByRole('button', { name: 'Publish to every centre' }).click();
  await expect(page.locator('#file-error')).toBeVisible();
  await expectSound(page);
  await choose(page, 'Plan – été.pdf', pdf('the first'));
  await page.getByLabel('Name').fill(title);
  await page.getByLabel('Folder').fill(`Emergencies ${centre.number}`);
  await page.getByRole('button', { name: 'Publish to every centre' }).click();
  await expect(notice(page)).toContainText('The document is published to every centre.');
  await expectSound(page);
  const kept = page.url().replace(/\?.*/, '');

  const row = (theirs) => theirs.getByRole('row').filter({ hasText: title });
  await asPerson(browser, hub, officer, async (theirs) => {
    await menu(theirs, 'Resources').click();
    await theirs.getByLabel('Search').fill(`plan ${centre.number}`);
    await expect(row(theirs)).toContainText(`Emergencies ${centre.number}`);
    await expectSound(theirs);
    const file = await downloaded(theirs, row(theirs).getByRole('link', { name: title, exact: true }));
    expect(file.name).toMatch(/\.pdf$/);
    expect(file.bytes.equals(pdf('the first'))).toBe(true);
    await theirs.setViewportSize({ width: 320, height: 780 });
    await expectSound(theirs);
  });

  await choose(page, 'Plan 2.pdf', pdf('the second'));
  await page.getByRole('button', { name: 'Publish this version' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Plan 2.pdf' })).toContainText('Newest');
  await expectSound(page);
  await asPerson(browser, hub, centre.admin, async (theirs) => {
    await theirs.goto(`/resources?q=${centre.number}`);
    const file = await downloaded(theirs, row(theirs).getByRole('link', { name: title, exact: true }));
    expect(file.bytes.equals(pdf('the second'))).toBe(true);
  });

  await page.goto(kept);
  await page.getByRole('button', { name: 'Withdraw this document' }).click();
  await expect(page.getByText('This document is withdrawn: no centre sees it.')).toBeVisible();
  await expectSound(page);
  await page.setViewportSize({ width: 320, height: 780 });
  for (const address of [kept, '/operator/resources', '/operator/resources/add']) {
    await page.goto(address);
    await expectSound(page);
  }
  await asPerson(browser, hub, officer, async (theirs) => {
    await theirs.goto(`/resources?q=${centre.number}`);
    await expect(row(theirs)).toHaveCount(0);
    await expectSound(theirs);
  });
});

test('an invigilator finds no documents, in the menu or by address', async ({ page, hub, centre }) => {
  const title = `Only for officers ${centre.number}`;
  await signIn(page, await hub.addOperator());
  await page.goto('/operator/resources/add');
  await choose(page, 'officers.pdf', pdf('for officers'));
  await page.getByLabel('Name').fill(title);
  await page.getByRole('button', { name: 'Publish to every centre' }).click();
  const id = page.url().match(/resources\/(\d+)/)[1];
  await signOut(page);

  await signIn(page, await settledUser(hub, centre, 'SLT'));
  await page.goto('/resources');
  await page.getByLabel('Search').fill(title);
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
  await expectSound(page);
  await signOut(page);

  await signIn(page, await settledUser(hub, centre, 'INV'));
  await expect(menu(page, 'Resources')).toHaveCount(0);
  for (const address of ['/resources', `/resources/${id}`]) {
    expect([403, 404], address).toContain((await page.goto(address)).status());
    await expect(page.getByRole('main')).not.toContainText(title);
  }
  await expectSound(page);
});
