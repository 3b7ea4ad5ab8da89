// Escape puts away the tip of an icon button without moving the pointer or the focus.
export function hideTips() {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const element of document.querySelectorAll('[data-tip]:hover, [data-tip]:focus-visible')) {
      element.classList.add('tip-away');
      const back = () => element.classList.remove('tip-away');
      element.addEventListener('pointerleave', back, { once: true });
      element.addEventListener('blur', back, { once: true });
    }
  });
}
