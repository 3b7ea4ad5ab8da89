// The menu of a narrow screen: the links to #menu and back become a button that opens, closes, and knows Escape.
export function foldMenu() {
  const menu = document.getElementById('menu');
  const opener = document.querySelector('.menu-button');
  if (!menu || !opener) return;
  opener.setAttribute('role', 'button');
  opener.setAttribute('aria-controls', 'menu');

  const set = (open) => {
    menu.classList.toggle('open', open);
    opener.setAttribute('aria-expanded', String(open));
    if (open) menu.querySelector('.menu-close').focus();
    else if (menu.contains(document.activeElement)) opener.focus();
  };
  const isOpen = () => menu.classList.contains('open');
  opener.setAttribute('aria-expanded', 'false');
  opener.addEventListener('click', (event) => { event.preventDefault(); set(!isOpen()); });
  opener.addEventListener('keydown', (event) => {
    if (event.key === ' ') { event.preventDefault(); set(!isOpen()); }
  });
  menu.querySelector('.menu-close').addEventListener('click', (event) => { event.preventDefault(); set(false); });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && isOpen()) set(false); });
  document.addEventListener('click', (event) => {
    if (isOpen() && !menu.contains(event.target) && !opener.contains(event.target)) set(false);
  });
  menu.addEventListener('focusout', (event) => {
    if (isOpen() && event.relatedTarget && !menu.contains(event.relatedTarget)) set(false);
  });
}
