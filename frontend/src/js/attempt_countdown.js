// The time that is left, quiet until the last minute, spoken at 10, 5 and 1 minutes and 30 seconds. At the end the form hands
// itself in, but only once the server has said that the time is over: the computer's clock may be wrong.
import { Deadline } from './deadline.js';
import { countdownText, momentsPassed, momentText } from './time_left.js';

const sendBefore = 3000;  // ms before the end: whatever is not saved by then
const askAgainAfter = 2000;

export function countDown(form, sendUnsaved) {
  const place = document.getElementById('countdown');
  if (!place) return null;
  const voice = document.createElement('div');
  voice.className = 'visually-hidden';
  voice.setAttribute('role', 'status');
  document.body.append(voice);

  // The page was made when its first byte came, not when all of it was there.
  const [arrival] = performance.getEntriesByType('navigation');
  const deadline = new Deadline(Number(place.dataset.leftMs), arrival?.responseStart || performance.now());
  let before = deadline.left();
  let ending = false;
  let handedIn = false;

  const tick = () => {
    if (deadline.strayed()) ask();
    const left = deadline.left();
    const seconds = Math.max(0, Math.ceil(left / 1000));
    place.textContent = countdownText(seconds);
    place.classList.toggle('last-minute', seconds <= 60);
    const moment = momentsPassed(before / 1000, left / 1000).at(-1);
    if (moment !== undefined) say(moment);
    if (before > sendBefore && left <= sendBefore) sendUnsaved();
    before = left;
    if (left <= 0) end();
  };
  const say = (moment) => {
    voice.setAttribute('aria-live', moment <= 60 ? 'assertive' : 'polite');
    voice.textContent = momentText(moment);
  };

  // Whether the server says that it is over. Nothing where it cannot be asked: it hands in by itself then.
  const ask = async () => {
    const sentAt = performance.now();
    try {
      const answer = await fetch(form.dataset.time, { headers: { Accept: 'text/plain' }, cache: 'no-store', redirect: 'manual' });
      if (answer.status >= 500 || answer.status === 429) return false;
      if (!answer.ok) return true;  // handed in, closed, or signed out: the page says which
      deadline.heard(Number(await answer.text()), sentAt);
    } catch { /* no network */ }
    return false;
  };
  const end = async () => {
    if (ending) return;
    ending = true;
    if (await ask()) handIn();
    else if (deadline.left() > 0) ending = false;
    else setTimeout(() => { ending = false; }, askAgainAfter);
  };
  const handIn = () => {
    if (handedIn) return;
    handedIn = true;
    voice.textContent = 'Your time is up. Your answers are being handed in.';
    for (const name of ['confirm', 'automatic']) {
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name, value: 'yes' });
      form.append(field);
    }
    form.requestSubmit(document.getElementById('hand-in-button'));
  };

  setInterval(tick, 1000);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) ask().then(tick);
  });
  tick();
  return { heard: (leftMs, sentAt) => deadline.heard(leftMs, sentAt) };
}
