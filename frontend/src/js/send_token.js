// Unsafe htmx requests carry the page's csrf token, like any form.
export function sendToken() {
  const token = document.querySelector('meta[name="csrf"]')?.content ?? '';
  document.addEventListener('htmx:configRequest', ({ detail }) => {
    if (detail.verb !== 'get' && !detail.parameters.csrf) detail.parameters.csrf = token;
  });
}
