// Tells at once that a chosen file is too large, before it travels: input[type=file][data-max-bytes].
const megabytes = (bytes) => (bytes / 1048576).toLocaleString('en-GB', { maximumFractionDigits: 1 });

export function countFileBytes(root) {
  for (const field of root.querySelectorAll('input[type="file"][data-max-bytes]')) {
    const limit = Number(field.dataset.maxBytes);
    const words = document.createElement('div');
    words.className = 'field-error';
    words.setAttribute('role', 'alert');
    words.hidden = true;
    field.before(words);
    field.addEventListener('change', () => {
      const file = field.files[0];
      const tooLarge = file && file.size > limit;
      words.hidden = !tooLarge;
      words.textContent = tooLarge ? `${file.name} is ${megabytes(file.size)} MB. The largest file accepted is ${megabytes(limit)} MB: split it into smaller ones.` : '';
      field.setCustomValidity(words.textContent);
    });
    field.form?.addEventListener('submit', (event) => {
      if (field.validationMessage && field.files[0]?.size > limit) {
        event.preventDefault();
        field.focus();
      }
    });
  }
}
