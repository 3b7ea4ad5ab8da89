// Asks before leaving a form[data-guard] in which something was typed and not sent.
const touched = new Set();

// For leaving that must not be asked about: the session is over.
export const releaseGuards = () => touched.clear();

// For a page that knows itself what is not saved.
export const guardForm = (form) => touched.add(form);
export const releaseForm = (form) => touched.delete(form);

export function guardForms() {
  document.addEventListener('input', ({ target }) => {
    const form = target.form;
    if (form?.hasAttribute('data-guard')) touched.add(form);
  });
  document.addEventListener('submit', ({ target }) => touched.delete(target));
  window.addEventListener('beforeunload', (event) => {
    if ([...touched].some((form) => form.isConnected)) event.preventDefault();
  });
}
