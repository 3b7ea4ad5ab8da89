// Says aloud what htmx changed: the text of [data-announce] in what arrived, when it differs from what was said last.
export function announce() {
  const voice = document.createElement('div');
  voice.className = 'visually-hidden';
  voice.setAttribute('role', 'status');
  document.body.append(voice);
  document.addEventListener('htmx:afterSettle', ({ detail }) => {
    const words = detail.elt.matches('[data-announce]') ? detail.elt : detail.elt.querySelector('[data-announce]');
    const text = words?.textContent.trim();
    if (text && text !== voice.textContent) voice.textContent = text;
  });
}
