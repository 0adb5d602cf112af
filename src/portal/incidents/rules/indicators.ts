import { isIPv4, isIPv6 } from './ip-address';
import { DEFANGED_DOT, refang } from './refang';
import { isRatherAFile, isTopLevel } from './top-level';

export const INDICATOR_TYPES = [
  'URL',
  'E-mail',
  'CVE',
  'SHA-512',
  'SHA-256',
  'SHA-1',
  'MD5',
  'IPv6',
  'IPv4',
  'Domain',
] as const;
export type IndicatorType = (typeof INDICATOR_TYPES)[number];

export interface Indicator {
  readonly type: IndicatorType;
  /** As it is, never defanged. */
  readonly value: string;
}

interface Finder {
  readonly type: IndicatorType;
  readonly form: RegExp;
  /** The value of what has the form, with dots marked that were defanged; undefined if it is none. */
  readonly read: (found: string, before: string) => string | undefined;
}

const DOT = `[.${DEFANGED_DOT}]`;
/** Letters of scripts that put spaces between words; an address among Chinese or Urdu words ends where they begin. */
const SPACED = '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}';
const ANY = '\\p{L}\\p{M}\\p{N}';

/** A host name of these letters. */
const hostOf = (letters: string): string => {
  const label = `[${letters}](?:[${letters}_-]{0,61}[${letters}])?`;
  return `(?:${label}${DOT})+(?!\\d)[${letters}][${letters}-]+`;
};
const wholeHost = (letters: string): RegExp =>
  new RegExp(`(?<![${letters}@_.${DEFANGED_DOT}/\\\\-])${hostOf(letters)}(?![${letters}@_(\\\\-])`, 'giu');
const OCTETS = `\\d{1,3}(?:${DOT}\\d{1,3}){3}`;

const plain = (text: string): string => text.replaceAll(DEFANGED_DOT, '.');
const hash = (length: number): RegExp => new RegExp(`(?<![\\w-])[0-9a-f]{${length}}(?![\\w-])`, 'giu');
const lower = (found: string): string => found.toLowerCase();

/** What stands before a number that looks like an address and is a version. */
const VERSION = /(?:\bv|\bver\.?|\bversions?|\brelease|\bbuild|版本|ورژن|نسخہ)[\s:：]*$/iu;

function domain(found: string): string | undefined {
  const name = plain(found).toLowerCase();
  if (found.includes(DEFANGED_DOT)) return name;
  return isTopLevel(name.slice(name.lastIndexOf('.') + 1)) && !isRatherAFile(name) ? name : undefined;
}

/** Without what ends the sentence or the bracket around it. */
function url(found: string): string | undefined {
  let text = plain(found).replace(/(?<![.,;:!?'"»”’。，；：！？؟،۔])[.,;:!?'"»”’。，；：！？؟،۔]+$/u, '');
  if (text.endsWith(')') && !text.includes('(')) text = text.slice(0, -1);
  const [, host = ''] = /^\w+:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/?#:]*)/u.exec(text) ?? [];
  const good = host.startsWith('[') ? isIPv6(host.slice(1, -1)) : /^[^\s.]+\.[^\s]+$/u.test(host);
  return good ? text : undefined;
}

/** In the order in which they are looked for: what one has found, the next no longer sees. */
const FINDERS: readonly Finder[] = [
  {
    type: 'URL',
    form: new RegExp(`\\b(?:https?|ftp)://[^\\s<>"'\`|{}^\\\\]+`, 'giu'),
    read: url,
  },
  {
    type: 'E-mail',
    form: new RegExp(`(?<![\\w.+-])[\\w.+-]{1,64}@${hostOf(SPACED)}`, 'giu'),
    read: plain,
  },
  {
    type: 'CVE',
    form: /(?<!\w)CVE[-‐‑–]\d{4}[-‐‑–]\d{4,19}(?!\d)/giu,
    read: (found) => found.toUpperCase().replace(/[‐‑–]/gu, '-'),
  },
  { type: 'SHA-512', form: hash(128), read: lower },
  { type: 'SHA-256', form: hash(64), read: lower },
  { type: 'SHA-1', form: hash(40), read: lower },
  { type: 'MD5', form: hash(32), read: lower },
  {
    type: 'IPv6',
    form: /(?<![\w:.])(?=[0-9a-f:]*:[0-9a-f]*:)[0-9a-f:]{4,39}(?:\d+(?:\.\d{1,3}){3})?(?![\w:])/giu,
    read: (found) => (isIPv6(found) && found.replace(/:/g, '').length >= 4 ? lower(found) : undefined),
  },
  {
    type: 'IPv4',
    form: new RegExp(`(?<![\\w${DEFANGED_DOT}.-])${OCTETS}(?!${DOT}?[\\w-])`, 'gu'),
    read: (found, before) => (isIPv4(plain(found)) && !VERSION.test(before) ? plain(found) : undefined),
  },
  { type: 'Domain', form: wholeHost(SPACED), read: domain },
  { type: 'Domain', form: wholeHost(ANY), read: domain },
];

/** How many are offered at most: as many parts as fit into a case beside others. */
export const MOST_INDICATORS = 150;

/** The indicators in a text that somebody pasted, each once, in the order in which they stand there. */
export function findIndicators(pasted: string): Indicator[] {
  let text = refang(pasted);
  const found: { at: number; indicator: Indicator }[] = [];
  for (const { type, form, read } of FINDERS)
    text = text.replace(form, (match: string, ...more: unknown[]) => {
      const at = more.find((one): one is number => typeof one === 'number') ?? 0;
      const value = read(match, text.slice(Math.max(0, at - 16), at));
      if (value === undefined) return match;
      found.push({ at, indicator: { type, value } });
      return ' '.repeat(match.length);
    });
  const once = new Map(
    found
      .toSorted((one, other) => one.at - other.at)
      .map(({ indicator }) => [`${indicator.type} ${indicator.value}`, indicator]),
  );
  return [...once.values()].slice(0, MOST_INDICATORS);
}
