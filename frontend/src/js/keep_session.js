// Warns two minutes before the session ends unused, and lets the person stay. Several tabs share one session: what one
// does counts for all. The server decides; this only keeps count of what it said.
import { Deadline } from './deadline.js';
import { words } from './duration.js';
import { releaseGuards } from './guard_forms.js';

const warnBefore = 120;  // seconds
const secondsOf = (name) => Number(document.body.dataset[name] ?? NaN);

export function keepSession() {
  const dialog = document.getElementById('idle-warning');
  const idle = secondsOf('idleSeconds');
  const absolute = secondsOf('absoluteSeconds');
  if (!dialog || !(idle > 0) || !(absolute > 0)) return;

  const unused = new Deadline(idle * 1000, performance.now());
  const last = new Deadline(absolute * 1000, performance.now());  // nothing extends beyond this
  const secondsLeft = () => Math.floor(Math.min(unused.left(), last.left()) / 1000);
  const tabs = new BroadcastChannel('exams-hub-session');

  const used = () => {
    unused.heard(idle * 1000, performance.now());
    if (dialog.open && secondsLeft() > warnBefore) dialog.close();
  };
  tabs.addEventListener('message', used);
  tabs.postMessage('used');

  const tick = () => {
    if (unused.strayed()) extend(dialog.querySelector('form'));  // the server knows whether it slept too long
    const left = secondsLeft();
    if (left <= 0) askAgain();
    else if (left <= warnBefore) warn(dialog, left);
    setTimeout(tick, left > warnBefore ? Math.min(left - warnBefore, 30) * 1000 : 1000);
  };
  setTimeout(tick, 1000);

  // Any answer to htmx means that the session was used.
  document.addEventListener('htmx:afterRequest', ({ detail }) => {
    if (!detail.successful) return;
    used();
    tabs.postMessage('used');
  });
  document.addEventListener('htmx:responseError', ({ detail }) => {
    if ([401, 403].includes(detail.xhr.status)) askAgain();
  });
  const extend = async (form) => {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual' })
      .catch(() => null);
    if (!answer || answer.status >= 500) return false;  // nothing is known
    if (!answer.ok) {
      askAgain();
      return false;
    }
    used();
    tabs.postMessage('used');
    return true;
  };
  dialog.querySelector('form').addEventListener('submit', async (event) => {
    if (event.submitter?.hasAttribute('formaction')) return;
    event.preventDefault();
    if (await extend(event.target)) dialog.close();
  });
}

// The page from the server once more, which shows the sign-in where the session is over.
function askAgain() {
  releaseGuards();
  location.replace(location.pathname + location.search);
}

// Escape or the Back key must not count as an answer: the dialog comes back at the next tick.
function warn(dialog, left) {
  if (!dialog.open) dialog.showModal();
  const place = dialog.querySelector('[data-idle-left]');
  const text = words(left);
  if (place.textContent !== text) place.textContent = text;
}
