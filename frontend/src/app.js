// Everything here makes a page nicer that works without it. One file for one kindness.
import 'htmx.org';
import { announce } from './js/announce.js';
import { takeSection } from './js/attempt.js';
import { countFileBytes } from './js/file_limit.js';
import { focusErrors } from './js/focus_errors.js';
import { guardForms } from './js/guard_forms.js';
import { keepSession } from './js/keep_session.js';
import { foldMenu } from './js/menu.js';
import { postOnce } from './js/post_once.js';
import { showRefusedFilters } from './js/refused_filters.js';
import { revealPasswords } from './js/reveal_passwords.js';
import { sendToken } from './js/send_token.js';
import { hideTips } from './js/tips.js';
import { awaitWord } from './js/typed_word.js';

// What stands in the page now, and in every part that htmx brings later.
const parts = [focusErrors, revealPasswords, awaitWord, countFileBytes, takeSection];

sendToken();
announce();
keepSession();
foldMenu();
postOnce();
guardForms();
showRefusedFilters();
hideTips();
for (const part of parts) part(document);
document.addEventListener('htmx:load', (event) => {
  if (event.target !== document.body) for (const part of parts) part(event.target);
});
