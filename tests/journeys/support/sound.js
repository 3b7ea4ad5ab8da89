// What holds on every page: WCAG 2.2 AA as axe sees it, nothing wider than the window, one h1, every icon there.
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const layout = () => {
  const root = document.documentElement;
  return {
    language: root.lang,
    title: document.title.trim() !== '',
    headings: document.querySelectorAll('h1').length,
    // On narrow screens a pixel of rounding is no scroll bar.
    tooWide: Math.max(0, root.scrollWidth - root.clientWidth - 1),
  };
};

const missingIcons = async () => {
  const sprites = {};
  const missing = [];
  for (const use of document.querySelectorAll('svg use')) {
    const [file, name] = use.getAttribute('href').split('#');
    sprites[file] ??= await (await fetch(file)).text();
    if (!sprites[file].includes(`id="${name}"`)) missing.push(name);
  }
  return missing;
};

export async function expectSound(page) {
  const where = `${page.url()} at ${page.viewportSize().width} px`;
  expect(await page.evaluate(layout), where).toEqual({ language: 'en-GB', title: true, headings: 1, tooWide: 0 });
  expect(await page.evaluate(missingIcons), `icons missing on ${where}`).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html.slice(0, 200)).join('\n  ')}`);
  expect(found, `accessibility of ${where}`).toEqual([]);
}

// Errors that the browser itself reports. Refusals are answered with 4xx on purpose, and the browser notes each.
export function watchForErrors(page) {
  const errors = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4(03|04|09|13|22|29)/.test(message.text())) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}
