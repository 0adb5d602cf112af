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

  // A download tells how far it has come. Its pieces lie with the browser, not in this page; what breaks off is not kept.
  const megabytes = (bytes) => `${(bytes / 1_048_576).toFixed(1)} MB`;
  document.addEventListener('submit', async (event) => {
    const form = event.target.closest('form[data-download]');
    if (!form) return;
    event.preventDefault();
    const status = form.querySelector('[role=status]');
    const say = (words, bytes = 0) => {
      status.textContent = words.replace('[bytes]', megabytes(bytes));
    };
    const query = new URLSearchParams(new FormData(form, event.submitter));
    const buttons = form.querySelectorAll('button');
    for (const button of buttons) button.disabled = true;
    try {
      const answer = await fetch(`${form.action}?${query}`);
      if (!answer.ok) throw new Error(answer.statusText);
      const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
      const pieces = [];
      let bytes = 0;
      for (let reader = answer.body.getReader(), read; !(read = await reader.read()).done;) {
        pieces.push(new Blob([read.value]));
        say(form.dataset.downloading, (bytes += read.value.length));
      }
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(pieces));
      link.download = name ?? 'log';
      link.click();
      URL.revokeObjectURL(link.href);
      say(form.dataset.downloaded, bytes);
    } catch {
      say(form.dataset.brokeOff);
    }
    for (const button of buttons) button.disabled = false;
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
