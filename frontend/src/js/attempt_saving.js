// Saves each answer as it is chosen, one request at a time and always the latest; says quietly that it is saved and clearly
// that it is not; tries again by itself. The server's 200 comes after its commit; until then an answer is kept in the
// browser too, and sent again whenever this person opens the attempt.
import { guardForm, releaseForm } from './guard_forms.js';
import { forgetOldAnswers, keptAnswers } from './kept_answers.js';

const firstPause = 1000;  // ms, doubled from failure to failure
const longestPause = 30_000;
const unsure = '?';  // a was-field that matches nothing: the server takes the question as it is here

const unsaid = {
  403: 'You are signed out. What you choose is kept in this browser; sign in again to send it.',
  404: 'This attempt is not there for whoever is signed in now. What you choose is kept in this browser.',
  409: 'This page belongs to other questions than the ones you are answering now.',
};

const sessionUsed = new BroadcastChannel('exams-hub-session');

export function saveAnswers(form, correctClock) {
  const sign = document.getElementById('saved-sign');
  const [savedIcon, problemIcon] = document.getElementById('sign-icons').content.children;
  const voice = document.createElement('div');  // speaks of trouble and its end only: a word for every answer would be in the way
  voice.className = 'visually-hidden';
  voice.setAttribute('role', 'status');
  document.body.append(voice);
  const storage = browserStorage();
  const kept = keptAnswers(storage, form.dataset.keep);
  const pending = new Set();  // questions, by their fieldsets
  const onServer = new Map();  // by question, what the server said last that it has
  let sending = false;
  let stopped = false;  // another try would change nothing
  let leaving = false;  // the form itself was sent, and holds everything
  let pause = firstPause;
  let timer = 0;

  const show = (icon, kind, text) => {
    sign.className = `saved-sign ${kind}`;
    sign.replaceChildren(...(icon ? [icon.cloneNode(true)] : []), text);
  };
  const idOf = (question) => question.dataset.question;
  const was = (question) => form.elements[`was${idOf(question)}`];
  const chosen = (question) => [...question.querySelectorAll('input:checked')].map((input) => input.value);
  for (const question of form.querySelectorAll('[data-question]')) onServer.set(question, was(question).value);

  function bodyFor(questions) {
    const body = new URLSearchParams({ csrf: form.elements.csrf.value });
    for (const question of questions) {
      body.append(`was${idOf(question)}`, unsure);
      for (const value of chosen(question)) body.append(`q${idOf(question)}`, value);
    }
    return body;
  }

  function changed(question) {
    pending.add(question);
    was(question).value = unsure;
    kept.keep(idOf(question), inOrder(chosen(question)), onServer.get(question));
    leaving = false;
    if (stopped) return;
    guardForm(form);
    sendNow();
  }

  function sendNow() {
    clearTimeout(timer);
    send();
  }

  async function send() {
    if (sending || pending.size === 0 || stopped || leaving) return;
    sending = true;
    const questions = [...pending];
    pending.clear();
    const sent = new Map(questions.map((question) => [question, inOrder(chosen(question))]));
    show(null, 'saving', 'Saving…');
    const sentAt = performance.now();
    let answer;
    try {
      answer = await fetch(form.dataset.save, {
        method: 'POST', body: bodyFor(questions), headers: { Accept: 'text/plain' }, redirect: 'manual', keepalive: true,
      });
    } catch {
      answer = undefined;  // no network
    }
    sending = false;
    if (answer?.ok) saved(sent, await answer.text(), sentAt);
    else await notSaved(questions, answer);
  }

  function saved(sent, text, sentAt) {
    const [at, leftMs] = text.split('\n');
    pause = firstPause;
    for (const [question, values] of sent) {
      onServer.set(question, values);
      kept.has(idOf(question), values);
      if (inOrder(chosen(question)) === values) was(question).value = values;
    }
    sessionUsed.postMessage('used');
    if (leftMs) correctClock(Number(leftMs), sentAt);
    if (pending.size > 0) return void send();
    releaseForm(form);
    show(savedIcon, '', `Saved at ${at}`);
    if (voice.textContent) voice.textContent = 'Everything is saved.';
  }

  async function notSaved(questions, answer) {
    for (const question of questions) pending.add(question);
    if (answer && [403, 404, 409].includes(answer.status)) return stop(answer);
    show(problemIcon, 'problem', 'Not saved yet. Trying again…');
    voice.textContent = 'Your last answers are not saved yet. The page is trying again by itself.';
    timer = setTimeout(send, pause);
    pause = Math.min(pause * 2, longestPause);
  }

  // The page itself, loaded again, says what is the matter or asks to sign in. What is not saved stays kept.
  async function stop(answer) {
    stopped = true;
    releaseForm(form);
    const said = answer.headers.get('Content-Type')?.startsWith('text/plain');  // about this attempt, not about the session
    const why = said ? (await answer.text()).trim() : unsaid[answer.status];
    const link = document.createElement('a');
    link.href = form.dataset.page;
    link.textContent = 'Go on';
    show(problemIcon, 'problem', `Not saved. ${why} `);
    sign.append(link);
    voice.textContent = sign.textContent;
  }

  // What an earlier visit could not save.
  function restore() {
    const questionOf = (id) => form.querySelector(`[data-question="${CSS.escape(id)}"]`);
    const had = (id) => onServer.get(questionOf(id));
    for (const [id, values] of kept.unsent(had)) {
      const question = questionOf(id);
      const all = values.split(',');
      for (const input of question.querySelectorAll('input:not([type="hidden"])')) input.checked = all.includes(input.value);
      changed(question);
    }
  }

  form.addEventListener('submit', () => {
    leaving = true;
    clearTimeout(timer);
    releaseForm(form);
  });
  window.addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });
  window.addEventListener('online', sendNow);
  forgetOldAnswers(storage);
  restore();
  return { changed, sendNow };
}

// Nothing where the browser allows none.
export function browserStorage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

// As the server writes a set of options: ascending numbers.
const inOrder = (values) => [...values].sort((a, b) => a - b).join();
