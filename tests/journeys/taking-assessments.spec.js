// An invigilator takes an untimed and a timed section: fails with 19 / 20, passes the next time. With JavaScript and
// without, by keyboard alone, at 390 px.
import { fileURLToPath } from 'node:url';

import { expect, expectSound, settledUser, signIn, test } from './support/journey.js';
import { chooseByKeyboard, tabTo } from './support/keyboard.js';

const longAssessment = fileURLToPath(new URL('support/long-assessment.yaml', import.meta.url));

async function begin(page, hub, centre) {
  await hub.command('assessment', 'import', longAssessment);
  const person = await settledUser(hub, centre, 'INV');
  await signIn(page, person);
  return person;
}

async function start(page, section, hand = byPointer) {
  await page.goto('/assessments/journey-long');
  await hand.open(page.getByRole('row').filter({ hasText: section }).getByRole('button'));
  await expect(page).toHaveURL(/\/attempts\/\d+$/);
}

const byPointer = {
  open: (thing) => thing.click(),
  choose: (page, answer) => page.getByText(answer, { exact: true }).click(),
  press: (page, name) => page.getByRole('button', { name, exact: true }).click(),
};

// As somebody does who has no pointer.
const byKeyboard = {
  async open(thing) {
    await tabTo(thing.page(), thing, 200);
    await thing.page().keyboard.press('Enter');
  },
  choose: (page, answer) => chooseByKeyboard(page, page.getByLabel(answer, { exact: true })),
  press: (page, name) => byKeyboard.open(page.getByRole('button', { name, exact: true })),
};

async function answerAll(page, hand, wrong = 0) {
  for (let n = 1; n <= 20; ++n) await hand.choose(page, `${n === wrong ? 'Wrong' : 'Right'} ${n}`);
  await hand.choose(page, 'Also right 20');
}

async function wholeJourney(page, hub, centre, hand) {
  await begin(page, hub, centre);
  await start(page, 'The long section', hand);
  await expect(page.getByText('Read this before you answer.')).toBeVisible();
  await expectSound(page);
  await answerAll(page, hand, 7);
  await hand.press(page, 'Hand in');
  await expect(page).toHaveURL(/\/result$/);
  await expect(page.getByLabel('Your result')).toContainText('19 / 20');
  await expect(page.getByLabel('Your result')).toContainText('Fail');
  await expect(page.getByText('What is right about 7?')).toBeVisible();
  await expect(page.getByText('Right 7', { exact: true })).toHaveCount(0);
  await expectSound(page);

  await hand.press(page, 'Try again');
  await answerAll(page, hand);
  await hand.press(page, 'Hand in');
  await expect(page.getByLabel('Your result')).toContainText('20 / 20');
  await expect(page.getByLabel('Your result')).toContainText('Pass');
  await expect(page.getByText('Explained 7.')).toBeVisible();
  await expectSound(page);

  await hand.press(page, 'Next: The timed section');
  await expect(page.getByText('You have 20 minutes')).toBeVisible();
  await hand.press(page, 'Hand in');
  await expect(page.getByText('1 of 1 questions has no answer yet.')).toBeVisible();
  await expectSound(page);
  await hand.open(page.getByRole('link', { name: 'Go back and answer' }));
  await hand.choose(page, 'It runs');
  await hand.press(page, 'Hand in');
  await expect(page.getByLabel('Your result')).toContainText('1 / 1');
}

test('a section is failed with 19 / 20 and passed the next time', ({ page, hub, centre }) => wholeJourney(page, hub, centre, byPointer));

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  // axe needs a script: the journey with one has looked already.
  test('answers are saved with the button and handed in', async ({ page, hub, centre }) => {
    await begin(page, hub, centre);
    await start(page, 'The long section');
    await answerAll(page, byPointer, 7);
    await byPointer.press(page, 'Save');
    await expect(page.getByText('Saved at')).toBeVisible();
    await expect(page.getByLabel('Wrong 7')).toBeChecked();
    await byPointer.press(page, 'Hand in');
    await expect(page.getByLabel('Your result')).toContainText('19 / 20');
    await byPointer.press(page, 'Try again');
    await answerAll(page, byPointer);
    await byPointer.press(page, 'Hand in');
    await expect(page.getByLabel('Your result')).toContainText('Pass');
    await byPointer.press(page, 'Next: The timed section');
    await byPointer.press(page, 'Hand in');
    await byPointer.press(page, 'Hand in as it is');
    await expect(page.getByLabel('Your result')).toContainText('0 / 1');
  });
});

test('a section is taken by keyboard alone', async ({ page, hub, centre }) => {
  test.slow();  // hundreds of stops of the Tab key
  await wholeJourney(page, hub, centre, byKeyboard);
});

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 390, height: 780 } });
  test('a section is taken at 390 px', ({ page, hub, centre }) => wholeJourney(page, hub, centre, byPointer));
});

test('every answer is saved as it is chosen and there on another machine', async ({ page, hub, centre, browser }) => {
  const person = await begin(page, hub, centre);
  await start(page, 'The long section');
  await byPointer.choose(page, 'Wrong 3');
  await expect(page.getByText('Saved at')).toBeVisible();
  await expect(page.getByText('1 of 20 answered')).toBeVisible();

  const elsewhere = await (await browser.newContext({ baseURL: hub.url })).newPage();
  await signIn(elsewhere, person);
  await start(elsewhere, 'The long section');
  await expect(elsewhere.getByLabel('Wrong 3')).toBeChecked();
  await expect(elsewhere.getByRole('link', { name: 'Question 3, answered' })).toBeVisible();
  await elsewhere.context().close();
});

test('an answer that cannot be saved is said and saved by itself later', async ({ page, hub, centre }) => {
  await begin(page, hub, centre);
  await start(page, 'The long section');
  await page.route('**/answers', (route) => route.fulfill({ status: 429 }));
  await page.getByLabel('Wrong 3').check();
  await expect(page.getByText('Not saved yet.', { exact: false }).first()).toBeVisible();
  await page.unroute('**/answers');
  await expect(page.getByText('Saved at')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Wrong 3')).toBeChecked();
});

test('at the end of its time a section hands itself in', async ({ page, hub, centre }) => {
  await begin(page, hub, centre);
  await start(page, 'The brief section');
  await byPointer.choose(page, 'It is quick');
  await expect(page).toHaveURL(/\/result/, { timeout: 15_000 });
  await expect(page.getByLabel('Your result')).toContainText('1 / 1');
});

// Everywhere else than on a page of its own, as somebody does who sits at another machine.
async function endSessionsOf(browser, hub, person) {
  const elsewhere = await (await browser.newContext({ baseURL: hub.url })).newPage();
  await signIn(elsewhere, person);
  await elsewhere.goto('/account/sessions');
  await elsewhere.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(elsewhere.getByText('You are signed out everywhere else.')).toBeVisible();
  await elsewhere.context().close();
}

async function signInHere(page, person) {
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function answersThreeMoreSignedOut(page, hub, person, browser) {
  await byPointer.choose(page, 'Wrong 1');
  await expect(page.getByText('Saved at')).toBeVisible();
  await endSessionsOf(browser, hub, person);
  await byPointer.choose(page, 'Wrong 2');
  await expect(page.locator('#saved-sign')).toContainText('Not saved.');
  await byPointer.choose(page, 'Wrong 3');
  await byPointer.choose(page, 'Wrong 4');
}

test('answers chosen after the session ended are there again after Hand in and signing in', async ({ page, hub, centre, browser }) => {
  const person = await begin(page, hub, centre);
  await start(page, 'The long section');
  await answersThreeMoreSignedOut(page, hub, person, browser);
  const attempt = page.url();
  await page.route('**/submit', (route) => route.fulfill({ status: 403, body: 'You are signed out' }));
  await byPointer.press(page, 'Hand in');
  await expect(page.getByText('You are signed out')).toBeVisible();
  await page.unroute('**/submit');
  await signIn(page, person);
  await page.goto(attempt);
  for (const n of [1, 2, 3, 4]) await expect(page.getByLabel(`Wrong ${n}`, { exact: true })).toBeChecked();
  await expect(page.getByText('Saved at')).toBeVisible();
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.getByText('4 of 20 answered')).toBeVisible();
});

test('answers chosen after the session ended go through the sign-in that Hand in asks for', async ({ page, hub, centre, browser }) => {
  const person = await begin(page, hub, centre);
  await start(page, 'The long section');
  await answersThreeMoreSignedOut(page, hub, person, browser);
  await byPointer.press(page, 'Hand in');
  await expect(page.getByLabel('Email'), 'the sign-in, in place of the page that was lost').toBeVisible();
  await signInHere(page, person);
  await expect(page.getByText('4 of 20 answered')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test.describe('without JavaScript, after the session ended', () => {
  test.use({ javaScriptEnabled: false });
  test('the form goes through the sign-in', async ({ page, hub, centre, browser }) => {
    const person = await begin(page, hub, centre);
    await start(page, 'The long section');
    await byPointer.choose(page, 'Wrong 2');
    await byPointer.choose(page, 'Also right 20');
    await endSessionsOf(browser, hub, person);
    await byPointer.press(page, 'Save');
    await expect(page.getByText('What you chose last is kept on this page')).toBeVisible();
    await signInHere(page, person);
    await expect(page.getByLabel('Wrong 2', { exact: true })).toBeChecked();
    await expect(page.getByLabel('Also right 20')).toBeChecked();
  });
});

test('a clock of the computer that is put forward or back hands nothing in and gives no time', async ({ page, hub, centre }) => {
  await page.addInitScript(() => {
    const real = Date.now;
    Date.now = () => real() + (window.clockPutForwardBy ?? 0);
  });
  await begin(page, hub, centre);
  await start(page, 'The timed section');
  const attempt = page.url();
  for (const hours of [1, -1]) {
    const next = Promise.race([
      page.waitForResponse('**/time').then((answer) => answer.text()),
      page.waitForEvent('framenavigated').then(() => 'it went away by itself'),
    ]);
    await page.evaluate((ms) => { window.clockPutForwardBy = ms; }, hours * 3_600_000);
    expect(Number(await next)).toBeGreaterThan(19 * 60_000);
    await expect(page.getByRole('timer')).toHaveText('20 minutes left');
    expect(page.url()).toBe(attempt);
  }
});
