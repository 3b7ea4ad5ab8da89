// Saves each answer as it is chosen, one request at a time and always the latest; says quietly that it is saved and clearly
// that it is not; tries again by itself. The server's 200 comes after its commit.
import { guardForm, releaseForm } from './guard_forms.js';

const firstPause = 1000;  // ms, doubled from failure to failure
const longestPause = 30_000;
const unsure = '?';  // a was-field that matches nothing: the server takes the question as it is here

const unsaid = {
  403: 'Sign in again to go on; your last answers are kept in this tab.',
  404: 'This attempt is not there any more.',
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
  const store = `attempt ${form.dataset.save}`;
  const pending = new Set();  // questions, by their fieldsets
  let sending = false;
  let over = false;
  let pause = firstPause;
  let timer = 0;

  const show = (icon, kind, text) => {
    sign.className = `saved-sign ${kind}`;
    sign.replaceChildren(...(icon ? [icon.cloneNode(true)] : []), text);
  };
  const was = (question) => form.elements[`was${question.dataset.question}`];
  const chosen = (question) => [...question.querySelectorAll('input:checked')].map((input) => input.value);

  function bodyFor(questions) {
    const body = new URLSearchParams({ csrf: form.elements.csrf.value });
    for (const question of questions) {
      body.append(`was${question.dataset.question}`, unsure);
      for (const value of chosen(question)) body.append(`q${question.dataset.question}`, value);
    }
    return body;
  }

  // Kept in this tab until it is saved, for the case that the person has to sign in again.
  function remember() {
    const all = Object.fromEntries([...pending].map((question) => [question.dataset.question, chosen(question)]));
    if (pending.size > 0) sessionStorage.setItem(store, JSON.stringify(all));
    else sessionStorage.removeItem(store);
  }

  function changed(question) {
    if (over) return;
    pending.add(question);
    was(question).value = unsure;
    remember();
    guardForm(form);
    clearTimeout(timer);
    send();
  }

  async function send() {
    if (sending || pending.size === 0 || over) return;
    sending = true;
    const questions = [...pending];
    pending.clear();
    const sent = new Map(questions.map((question) => [question, chosen(question).join()]));
    show(null, 'saving', 'Saving…');
    let answer;
    try {
      answer = await fetch(form.dataset.save, {
        method: 'POST', body: bodyFor(questions), headers: { Accept: 'text/plain' }, redirect: 'manual', keepalive: true,
      });
    } catch {
      answer = undefined;  // no network
    }
    sending = false;
    if (answer?.ok) saved(sent, await answer.text());
    else await notSaved(questions, answer);
  }

  function saved(sent, text) {
    const [at, leftMs] = text.split('\n');
    pause = firstPause;
    for (const [question, values] of sent) {
      if (chosen(question).join() === values) was(question).value = inOrder(values);
    }
    remember();
    sessionUsed.postMessage('used');
    if (leftMs) correctClock(Number(leftMs));
    if (pending.size > 0) return void send();
    releaseForm(form);
    show(savedIcon, '', `Saved at ${at}`);
    if (voice.textContent) voice.textContent = 'Everything is saved.';
  }

  async function notSaved(questions, answer) {
    for (const question of questions) pending.add(question);
    remember();
    if (answer && [403, 404, 409].includes(answer.status)) return stop(answer);
    show(problemIcon, 'problem', 'Not saved yet. Trying again…');
    voice.textContent = 'Your last answers are not saved yet. The page is trying again by itself.';
    timer = setTimeout(send, pause);
    pause = Math.min(pause * 2, longestPause);
  }

  // Nothing that another try would change: the page itself, loaded again, says what is the matter or asks to sign in.
  async function stop(answer) {
    over = true;
    releaseForm(form);
    const said = answer.headers.get('Content-Type')?.startsWith('text/plain');  // about this attempt, not about the session
    if (said || answer.status !== 403) sessionStorage.removeItem(store);
    const why = said ? (await answer.text()).trim() : unsaid[answer.status];
    const link = document.createElement('a');
    link.href = location.pathname;
    link.textContent = 'Go on';
    show(problemIcon, 'problem', `Not saved. ${why} `);
    sign.append(link);
    voice.textContent = sign.textContent;
  }

  // What an earlier visit of this tab could not save.
  function restore() {
    const kept = JSON.parse(sessionStorage.getItem(store) ?? '{}');
    for (const [id, values] of Object.entries(kept)) {
      const question = form.querySelector(`[data-question="${CSS.escape(id)}"]`);
      if (!question) continue;
      for (const input of question.querySelectorAll('input:not([type="hidden"])')) input.checked = values.includes(input.value);
      changed(question);
    }
  }

  form.addEventListener('submit', () => {
    over = true;  // the form itself holds everything
    clearTimeout(timer);
    sessionStorage.removeItem(store);
    releaseForm(form);
  });
  window.addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });
  window.addEventListener('online', () => { clearTimeout(timer); send(); });
  restore();
  return { changed };
}

// As the server writes a set of options: ascending numbers.
const inOrder = (values) => values.split(',').filter(Boolean).sort((a, b) => a - b).join();
