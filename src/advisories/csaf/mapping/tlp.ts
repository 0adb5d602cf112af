import { type JsonObject, objectAt, textAt, without } from './json';

/** The TLP 2.0 labels, from the widest audience to the narrowest. */
export const TLP_LABELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export type TlpLabel = (typeof TLP_LABELS)[number];

export type CsafVersion = '2.0' | '2.1';

/** What the converter clause of CSAF 2.1 (§9.1.18) recognises in `distribution.text`. */
const SPELLED_LABEL = /TLP v2\.0: TLP:(AMBER\+STRICT|CLEAR|GREEN|AMBER|RED)(?![A-Z+])/g;
const AMBER_STRICT_TEXT = 'TLP v2.0: TLP:AMBER+STRICT';

function isTlpLabel(label: string): label is TlpLabel {
  return TLP_LABELS.some((known) => known === label);
}

function narrower(a: TlpLabel, b: TlpLabel): TlpLabel {
  return TLP_LABELS.indexOf(a) >= TLP_LABELS.indexOf(b) ? a : b;
}

function spelledLabel(text: string | null): TlpLabel | null {
  const labels = [...(text ?? '').matchAll(SPELLED_LABEL)].map((match) => match[1] ?? '');
  return labels
    .filter(isTlpLabel)
    .reduce<TlpLabel | null>(
      (narrowest, label) => (narrowest === null ? label : narrower(narrowest, label)),
      null,
    );
}

/**
 * The TLP 2.0 label of a document's `distribution` (CSAF 2.0 §3.2.1.5, 2.1 §3.2.2.5): null when it
 * bears none, `'unknown'` when it bears one that its CSAF version does not know.
 *
 * CSAF 2.0 has no AMBER+STRICT. By habit it is written as RED with the label spelled out in the
 * text, which is the only case in which a text widens the label; any other text only narrows.
 */
export function readTlp(version: CsafVersion, distribution: JsonObject): TlpLabel | 'unknown' | null {
  const written = objectAt(distribution, 'tlp')['label'];
  if (version === '2.1') {
    if (written === undefined) return null;
    return typeof written === 'string' && isTlpLabel(written) ? written : 'unknown';
  }
  const spelled = spelledLabel(textAt(distribution, 'text'));
  if (written === undefined) return spelled;
  if (written === 'RED') return spelled === 'AMBER+STRICT' ? 'AMBER+STRICT' : 'RED';
  const label = written === 'WHITE' ? 'CLEAR' : written;
  if (label !== 'CLEAR' && label !== 'GREEN' && label !== 'AMBER') return 'unknown';
  if (label === 'CLEAR' && written !== 'WHITE') return 'unknown';
  return spelled === null ? label : narrower(label, spelled);
}

/** The existing text without any spelled-out label, which would contradict the new one. */
function withoutSpelledLabel(text: string): string {
  return text.replace(SPELLED_LABEL, '').trim();
}

/** What stands in the text besides a label: the source's restrictions bind the recipients (TLP 2.0). */
function writeText(version: CsafVersion, label: TlpLabel, existing: string | null): JsonObject {
  if (version === '2.1') return existing === null ? {} : { text: existing };
  const lines = [withoutSpelledLabel(existing ?? ''), label === 'AMBER+STRICT' ? AMBER_STRICT_TEXT : ''];
  const text = lines.filter((line) => line !== '').join('\n');
  return text === '' ? {} : { text };
}

function inWordsOf(version: CsafVersion, label: TlpLabel): string {
  if (version === '2.1') return label;
  return label === 'CLEAR' ? 'WHITE' : label === 'AMBER+STRICT' ? 'RED' : label;
}

/**
 * A `distribution` for this label in the words of the document's CSAF version (2.0 §3.2.1.5,
 * 2.1 §3.2.2.5). What else the existing one says is kept, except a label spelled out in a 2.0 text,
 * and a public sharing group, which contradicts every label but CLEAR (2.1 §3.2.2.5.1).
 */
export function writeDistribution(
  version: CsafVersion,
  label: TlpLabel,
  existing: JsonObject = {},
): JsonObject {
  const dropped = label === 'CLEAR' ? ['text'] : ['text', 'sharing_group'];
  return {
    ...without(existing, ...dropped),
    ...writeText(version, label, textAt(existing, 'text')),
    tlp: { ...objectAt(existing, 'tlp'), label: inWordsOf(version, label) },
  };
}
