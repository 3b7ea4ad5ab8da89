// A Show button beside every password[data-reveal]. Hidden again before the form is sent, so that browsers offer to keep it.
export function revealPasswords(root) {
  for (const field of root.querySelectorAll('input[type="password"][data-reveal]')) addButton(field);
}

function addButton(field) {
  const label = document.querySelector(`label[for="${CSS.escape(field.id)}"]`)?.firstChild?.textContent.trim() || 'password';
  const box = document.createElement('div');
  box.className = 'reveal';
  field.replaceWith(box);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn';
  box.append(field, button);

  const show = (visible) => {
    field.type = visible ? 'text' : 'password';
    field.spellcheck = false;
    button.textContent = visible ? 'Hide' : 'Show';
    button.setAttribute('aria-label', `${visible ? 'Hide' : 'Show'} ${label.toLowerCase()}`);
  };
  show(false);
  button.addEventListener('click', () => show(field.type === 'password'));
  field.form?.addEventListener('submit', () => show(false));
}
