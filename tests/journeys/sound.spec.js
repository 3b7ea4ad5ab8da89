// The check that every journey relies on does see what it is there to see.
import { expect, expectSound, test } from './support/journey.js';

const faults = {
  'a language that is not ours': () => { document.documentElement.lang = 'en'; },
  'a second h1': () => document.querySelector('main').insertAdjacentHTML('beforeend', '<h1>Another</h1>'),
  'something wider than the window': () => document.querySelector('main').insertAdjacentHTML('beforeend', '<pre>' + 'wide '.repeat(500) + '</pre>'),
  'an icon that is in no sprite': () => document.querySelector('svg use').setAttribute('href', document.querySelector('svg use').getAttribute('href') + '-gone'),
  'a field without a label': () => document.querySelector('label').remove(),
  'grey on grey': () => document.querySelector('main').insertAdjacentHTML('beforeend', '<p><font color="#888888">hard to read</font></p>'),
};

for (const [name, make] of Object.entries(faults)) {
  test(`a page with ${name} is not sound`, async ({ page }) => {
    await page.goto('/sign-in');
    await page.evaluate(make);
    await expect(expectSound(page)).rejects.toThrow();
  });
}
