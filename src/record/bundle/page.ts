import type { BundleManifest } from './format';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A page for people in a bundle: what it is, and how it is verified. Without scripts, and without anything from elsewhere. */
export function bundlePage(
  about: Pick<BundleManifest, 'origin' | 'kind' | 'agreement' | 'parties' | 'made_for' | 'made_at' | 'size'>,
): string {
  const what =
    about.kind === 'house'
      ? `The house log of ${about.parties.join(', ')}`
      : `The log of ${about.agreement ?? ''} between ${about.parties.join(' and ')}`;
  const rows: [string, string][] = [
    ['What it is', what],
    ['Name of the log', about.origin],
    ['Entries', String(about.size)],
    ['Exported for', about.made_for],
    ['At', about.made_at],
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(what)}</title>
<style>body{font:16px/1.5 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}th{text-align:start;padding-inline-end:1em;vertical-align:top}td{overflow-wrap:anywhere}code{background:#eee;padding:.1em .3em}</style>
</head><body><h1>${escaped(what)}</h1>
<table>${rows.map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`).join('')}</table>
<p>This is a complete export. <code>accord verify BUNDLE</code> says, without a network and without a database, whether
anything in it was changed, dropped, added or reordered since the log was signed, and names the first entry where it was.</p>
<ul><li><code>entries.jsonl</code>: each entry in its canonical bytes, with those of its parts that the exporting side may read. Of every other part it holds the commitment.</li>
<li><code>leaves.bin</code>: the hash of each entry, 32 octets each. <code>checkpoint.txt</code>: the signed root over them, with cosignatures of witnesses.</li>
<li><code>keys.json</code>: the keys as the installation shows them. Compare them with what its keepers told you.</li>
<li><code>manifest.json</code> and <code>manifest.sig.txt</code>: the digest of each file, signed.</li></ul>
</body></html>
`;
}
