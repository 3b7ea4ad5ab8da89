// The time that is left, quiet until the last minute, spoken at 10, 5 and 1 minutes and 30 seconds. At the end the form hands
// itself in; the server would do the same a moment later.
import { countdownText, momentsPassed, momentText } from './time_left.js';

const handInBefore = 1500;  // ms before the end, so that the form arrives in time

export function countDown(form) {
  const place = document.getElementById('countdown');
  if (!place) return null;
  const voice = document.createElement('div');
  voice.className = 'visually-hidden';
  voice.setAttribute('role', 'status');
  document.body.append(voice);

  // By the wall clock, which goes on while a laptop sleeps.
  let end = Date.now() + Number(place.dataset.leftMs);
  let before = end - Date.now();
  let handedIn = false;

  const tick = () => {
    const left = end - Date.now();
    const seconds = Math.max(0, Math.ceil(left / 1000));
    place.textContent = countdownText(seconds);
    place.classList.toggle('last-minute', seconds <= 60);
    const moment = momentsPassed(before / 1000, left / 1000).at(-1);
    if (moment !== undefined) say(moment);
    before = left;
    if (left <= handInBefore && !handedIn) handIn();
  };
  const say = (moment) => {
    voice.setAttribute('aria-live', moment <= 60 ? 'assertive' : 'polite');
    voice.textContent = momentText(moment);
  };
  const handIn = () => {
    handedIn = true;
    voice.textContent = 'Your time is up. Your answers are being handed in.';
    const confirm = document.createElement('input');
    Object.assign(confirm, { type: 'hidden', name: 'confirm', value: 'yes' });
    form.append(confirm);
    form.requestSubmit(document.getElementById('hand-in-button'));
  };

  setInterval(tick, 1000);
  document.addEventListener('visibilitychange', tick);
  tick();
  return { correct: (leftMs) => { end = Date.now() + leftMs; } };
}
