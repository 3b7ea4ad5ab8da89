// Whoever runs the Hub, signed in.
import { expect } from '@playwright/test';

import { signIn } from './people.js';

export async function signInAsOperator(page, hub) {
  await signIn(page, await hub.addOperator());
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
}

export const notice = (page) => page.getByRole('status').filter({ hasText: /./ });
