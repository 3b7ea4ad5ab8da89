// What must be read first takes the focus ([data-focus]). A link of an error summary goes to the field itself, not only to
// its place.
export function focusErrors(root) {
  const summary = root.querySelector('[data-focus]');
  if (!summary) return;
  summary.focus();
  summary.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    (field.closest('.field') ?? field).scrollIntoView({ block: 'center' });
    field.focus({ preventScroll: true });
  });
}
