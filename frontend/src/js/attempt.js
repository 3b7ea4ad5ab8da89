// The page that takes a section: each answer is saved as it is chosen, the question numbers show what is answered, and a
// timed section counts down. Without this file the Save button and the server's clock do the same.
import { countDown } from './attempt_countdown.js';
import { browserStorage, saveAnswers } from './attempt_saving.js';
import { keptAnswers } from './kept_answers.js';

export function takeSection(root) {
  forgetHandedIn(root);
  const form = root.querySelector('#answers[data-save]');
  if (!form) return;
  const saving = saveAnswers(form, (leftMs, sentAt) => countdown?.heard(leftMs, sentAt));
  const countdown = countDown(form, saving.sendNow);
  form.addEventListener('change', ({ target }) => {
    const question = target.closest('[data-question]');
    if (!question) return;
    markAnswered(question);
    saving.changed(question);
  });
  for (const question of form.querySelectorAll('[data-question]')) markAnswered(question);
  followJumps();
}

// Its result is there, so nothing of it can be sent any more.
function forgetHandedIn(root) {
  const result = root.querySelector('[data-handed-in]');
  if (result) keptAnswers(browserStorage(), result.dataset.handedIn).forget();
}

function markAnswered(question) {
  const answered = question.querySelector('input:checked') !== null;
  const jump = document.querySelector(`[data-jump="${question.dataset.number}"]`);
  jump.classList.toggle('answered', answered);
  jump.setAttribute('aria-label', `Question ${question.dataset.number}, ${answered ? 'answered' : 'not answered'}`);
  document.querySelector('[data-answered]').textContent = document.querySelectorAll('.jump.answered').length;
}

// A jump takes the focus along, so that the next Tab goes into the question.
function followJumps() {
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#question-"]');
    const question = link && document.getElementById(link.hash.slice(1));
    if (!question) return;
    event.preventDefault();
    history.replaceState(null, '', link.hash);
    question.focus({ preventScroll: true });
    question.scrollIntoView({ block: 'start' });
  });
}
