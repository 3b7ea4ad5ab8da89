// What every journey starts from: `hub` is the running program, `centre` one of its own for each test, `page` watches for
// errors in the browser.
import { test as base } from '@playwright/test';

import { Hub } from './hub.js';
import { watchForErrors } from './sound.js';

export const test = base.extend({
  database: ['sqlite', { option: true, scope: 'worker' }],
  hub: [async ({ database }, use) => {
    const hub = await Hub.start(database);
    await use(hub);
    await hub.stop();
  }, { scope: 'worker' }],
  baseURL: async ({ hub }, use) => use(hub.url),
  centre: async ({ hub }, use) => use(await hub.addCentre()),
  page: async ({ page }, use) => {
    const errors = watchForErrors(page);
    await use(page);
    if (errors.length > 0) throw new Error(`The browser reported:\n${errors.join('\n')}`);
  },
});

export { expect } from '@playwright/test';
export { password } from './hub.js';
export { chooseOwnPassword, fillPerson, newUser, settledUser, signIn, signOut } from './people.js';
export { expectSound } from './sound.js';
