// People taking assessments, in a window of their own: for journeys that begin where somebody has passed.
import { fileURLToPath } from 'node:url';

import { expect } from '@playwright/test';

import { signIn } from './people.js';

export const shortAssessment = fileURLToPath(new URL('short-assessment.yaml', import.meta.url));

// Runs `work` with a page on which `person` has signed in.
export async function asPerson(browser, hub, person, work) {
  const context = await browser.newContext({ baseURL: hub.url });
  const page = await context.newPage();
  await signIn(page, person);
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
  await work(page);
  await context.close();
}

// One section, handed in with these answers.
export async function take(page, slug, section, answers) {
  await page.goto(`/assessments/${slug}`);
  await page.getByRole('row').filter({ hasText: section }).getByRole('button').click();
  for (const answer of answers) await page.getByText(answer, { exact: true }).click();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page).toHaveURL(/\/result/);
}

// Both sections of the short assessment.
export async function passShort(page) {
  await take(page, 'journey-short', 'The first part', ['The invigilator', 'The one in the room']);
  await take(page, 'journey-short', 'The second part', ['Outside the room']);
  await expect(page.getByLabel('Your result')).toContainText('Your certificate is ready.');
}
