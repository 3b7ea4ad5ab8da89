// A second press of a button does not send the form again. Coming back with the Back button makes it usable again. A form
// that answers with a download (data-download) stays as it is, and usable.
export function postOnce() {
  const sent = new Set();
  const free = (form) => {
    sent.delete(form);
    for (const button of form.querySelectorAll('[aria-disabled="true"][data-sent]')) {
      button.removeAttribute('aria-disabled');
      button.removeAttribute('data-sent');
    }
  };
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post' || form.matches('[hx-post], [data-download]')) return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.add(form);
    event.submitter?.setAttribute('aria-disabled', 'true');
    event.submitter?.setAttribute('data-sent', '');
    setTimeout(free, 15_000, form);  // the answer never came
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) for (const form of [...sent]) free(form);
  });
}
