import { defineConfig } from '@playwright/test';

// Debian's Chromium, with nothing of its own going out to the network.
const launchOptions = {
  executablePath: '/usr/bin/chromium',
  env: { ...process.env, LANGUAGE: 'en_GB' },
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ],
};

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.js',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    launchOptions,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    screenshot: 'only-on-failure',
    // A trace costs a third of the time. For one: ./test journeys --trace retain-on-failure NAME
    trace: 'off',
  },
  projects: [
    { name: 'sqlite', use: { database: 'sqlite' } },
    // The guide's chapters and the operator's. What is about the pages alone is the same on both; the rest has page tests on both.
    { name: 'postgresql', use: { database: 'postgresql' }, testIgnore: /(keyboard|narrow|no-javascript|resources|sign-in|sound)\.spec\.js/ },
  ],
});
