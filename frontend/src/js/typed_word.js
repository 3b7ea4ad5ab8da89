// A dangerous button stays off until the word is typed: input[data-word="DELETE"][data-enables="the button's id"].
export function awaitWord(root) {
  for (const field of root.querySelectorAll('input[data-word][data-enables]')) {
    const button = document.getElementById(field.dataset.enables);
    if (!button) continue;
    const judge = () => { button.disabled = field.value !== field.dataset.word; };
    field.addEventListener('input', judge);
    window.addEventListener('pageshow', judge);
    judge();
  }
}
