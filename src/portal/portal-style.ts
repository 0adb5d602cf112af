/** The style of the plain pages: readable in light and dark, at any width, in either direction. */
export const PORTAL_STYLE = `
:root { color-scheme: light dark; font: 1.0625rem/1.6 system-ui, sans-serif; }
body { margin: 0; }
main { max-inline-size: 42rem; margin-inline: auto; padding: 2rem 1.25rem; }
h1 { font-size: 2rem; margin-block: 0 0.5rem; }
h2 { font-size: 1.25rem; margin-block: 2rem 0.5rem; }
ul { padding-inline-start: 1.25rem; }
a { color: LinkText; text-underline-offset: 0.15em; }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
.notice { border-inline-start: 0.375rem solid #b45309; padding: 0.5rem 0.75rem; background: color-mix(in srgb, #b45309 12%, Canvas); }
`.trim();
