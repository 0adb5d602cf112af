// What pages do besides showing: everything else works without it.
'use strict';
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const dress = () => {
    if (root.dataset.theme === 'auto') root.dataset.bsTheme = dark.matches ? 'dark' : 'light';
  };
  dark.addEventListener('change', dress);
  dress();

  // Leaving a form with something typed into it asks first; sending it does not.
  let changed = false;
  document.addEventListener('input', (event) => {
    if (event.target.closest('form[data-unsaved]')) changed = true;
  });
  document.addEventListener('submit', () => {
    changed = false;
  });
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault();
  });

  document.addEventListener('click', async (event) => {
    const button = event.target.closest('button[data-copy]');
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    const told = button.querySelector('[role=status]');
    if (told) told.textContent = button.dataset.copied ?? '';
  });

  document.addEventListener('click', (event) => {
    if (event.target.closest('button[data-print]')) print();
  });

  // Filters take effect as they are chosen.
  document.addEventListener('change', (event) => {
    const form = event.target.closest('form[data-instant]');
    if (form) form.requestSubmit();
  });

  // Ctrl+Enter (or Cmd+Enter) presses the button of the form that says so.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    const button = event.target.closest('form')?.querySelector('button[data-ctrl-enter]');
    if (!button) return;
    event.preventDefault();
    button.click();
  });
})();
