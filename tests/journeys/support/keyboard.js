// What somebody does who has no pointer.
import { expect } from '@playwright/test';

// Tab until the wanted thing, or one of the wanted, has the focus; each stop on the way has to be visible and to show that it has it.
export async function tabTo(page, locator, most = 60) {
  for (let i = 0; i < most; ++i) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return { name: 'the page itself', seen: true };
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
      return { name: element.outerHTML.slice(0, 120), seen: box.width > 0 && box.height > 0 && marked };
    });
    expect(stop.seen, `the focus is lost to sight on ${stop.name}`).toBe(true);
    if (await locator.evaluateAll((wanted) => wanted.includes(document.activeElement))) return;
  }
  throw new Error('Tab never comes to it.');
}

// The radio button or check box `field`: Tab to it or into its group, arrows from one radio button to the next.
export async function chooseByKeyboard(page, field) {
  const { type, name } = await field.evaluate(({ type, name }) => ({ type, name }));
  await tabTo(page, type === 'radio' ? page.locator(`[name="${name}"]`) : field, 200);
  const reached = () => field.evaluate((element) => element === document.activeElement);
  for (let i = 0; i < 10 && !(await reached()); ++i) await page.keyboard.press('ArrowDown');
  if (!(await field.isChecked())) await page.keyboard.press('Space');
  await expect(field).toBeChecked();
}
