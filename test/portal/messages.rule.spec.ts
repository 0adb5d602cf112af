import * as validator from 'class-validator';
import { IntlMessageFormat } from 'intl-messageformat';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { en } from '../../src/portal/messages/en';
import { LANGUAGES } from '../../src/portal/messages/locales';
import { ur } from '../../src/portal/messages/ur';
import { zh } from '../../src/portal/messages/zh';
import { PROBLEMS } from '../../src/portal/problems/catalogue';

const portal = resolve(__dirname, '../../src/portal');

/** Names, labels, formats, units and keys of the keyboard that are the same in every language. */
const SAME_EVERYWHERE = new Set(
  `Accord AMBER API ASCII BCP CERT CLEAR CNCERT Cookie CSAF CSV Ctrl CVE CVSS CWE DNS DSA Enter GREEN gzip HTML HTTP IANA ICAO IEP IP ISO
   ITU JSON KB MB MISP MoU OID OpenPGP PAP PDF PGP PKCERT QR RED REST RFC RSA RSIT SHA STIX STRICT TAXII TLP TXT UTC URL
   UUID VEX Web`.split(/\s+/),
);
/** What people type or paste as it stands: values, and beginnings of addresses and of headers. */
const TYPED = new Set(
  `all any armored Authorization Bearer BEGIN BLOCK CN en END final Hans https interim KEY none PK pkcert PUBLIC Shift Tab token ur zh`.split(
    /\s+/,
  ),
);
const mayStand = (word: string) => SAME_EVERYWHERE.has(word) || TYPED.has(word);
/** Letters that each language is written with. */
const LETTERS = { ur: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u };

type Catalogue = Record<string, Record<string, string>>;
const catalogues: Record<keyof typeof LANGUAGES, Catalogue> = { en, ur, zh };
const entries = (catalogue: Catalogue): [key: string, pattern: string][] =>
  Object.entries(catalogue).flatMap(([screen, messages]) =>
    Object.entries(messages).map(([name, pattern]): [string, string] => [`${screen}.${name}`, pattern]),
  );

interface Element {
  type: number;
  value: string;
  options?: Record<string, { value: Element[] }>;
}
const [LITERAL, POUND] = [0, 7];
const parsed = (pattern: string, locale: string) =>
  new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true }).getAst() as unknown as Element[];
/** A message's elements, those of its choices included. */
const flat = (elements: readonly Element[]): Element[] =>
  elements.flatMap((element) => [
    element,
    ...Object.values(element.options ?? {}).flatMap(({ value }) => flat(value)),
  ]);
const textOf = (pattern: string, locale: string): string =>
  flat(parsed(pattern, locale))
    .flatMap(({ type, value }) => (type === LITERAL ? value : []))
    .join(' ');
/** The values that a message is given, and as what it takes them. */
const placeholders = (pattern: string, locale: string): string[] => {
  const all = flat(parsed(pattern, locale)).filter(({ type }) => type !== LITERAL && type !== POUND);
  return [...new Set(all.map(({ type, value }) => `${value} ${type}`))].toSorted();
};

const others = ['ur', 'zh'] as const;

describe('messages', () => {
  it('are compiled in every language, and take the same values', () => {
    for (const language of others)
      for (const [key, pattern] of entries(catalogues[language])) {
        const [screen = '', name = ''] = [key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)];
        const english = catalogues.en[screen]![name]!;
        const { format } = LANGUAGES[language];
        expect([key, placeholders(pattern, format)]).toEqual([key, placeholders(english, 'en-GB')]);
      }
  });

  it.each(others)('have no English left in %s', (language) => {
    const left = entries(catalogues[language]).flatMap(([key, pattern]) => {
      const text = textOf(pattern, LANGUAGES[language].format);
      // A reference, an address or a code stands as it is typed.
      const words = text.replace(/[\w.-]*(?:[\d/@_]|\w\.\w)[\w./@:_-]*/g, ' ').match(/[A-Za-z]{2,}/g) ?? [];
      return words.filter((word) => !mayStand(word)).map((word) => `${key}: ${word}`);
    });
    expect(left).toEqual([]);
  });

  it.each(others)('are written in the letters of %s, unless they hold nothing but names', (language) => {
    const foreign = entries(catalogues[language]).filter(([, pattern]) => {
      const text = textOf(pattern, LANGUAGES[language].format);
      const words = text.match(/\p{L}{2,}/gu) ?? [];
      return !LETTERS[language].test(text) && words.some((word) => !mayStand(word));
    });
    expect(foreign).toEqual([]);
  });

  it('mark no text: words from outside are put into them as text', () => {
    for (const language of Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[])
      for (const [key, pattern] of entries(catalogues[language]))
        expect([key, /<\/?[a-z]/i.test(pattern)]).toEqual([key, false]);
  });
});

const textsBelow = (folder: string, without = /^$/) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !without.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
/** Every source of the portal but the messages themselves. */
const sources = textsBelow(portal, /^(messages\/(en|ur|zh)|problems\/words)\//);

/** What a key may hold that is put together: words of the web API's description, codes, rules, and names in the code. */
const description = readFileSync(resolve(portal, '../../docs/openapi.json'), 'utf8');
/** The mandatory tests of the validator (CSAF 2.0 §6.1), by their numbers: each has its words. */
const validatorTests = resolve(
  require.resolve('@secvisogram/csaf-validator-lib/mandatoryTests.js'),
  '../lib/mandatoryTests',
);
const csafTests = [
  'schema',
  ...readdirSync(validatorTests).flatMap((file) => /^mandatoryTest_([0-9_]+)\.js$/.exec(file)?.[1] ?? []),
];
const known = new Set([
  ...csafTests,
  ...Object.keys(PROBLEMS),
  'whitelistValidation',
  ...[...sources.matchAll(/\b(\w+)\??: /g)].map(([, name]) => name!),
  ...Object.values(validator).filter((value) => typeof value === 'string'),
  validator.ValidationTypes.WHITELIST,
  ...[...textsBelow(resolve(portal, '..')).matchAll(/['"]([\w/.-]+)['"]/g)].map(([, name]) => name!),
  ...[...description.matchAll(/"enum": \[([^\]]*)\]/g)].flatMap(([, values]) =>
    [...values!.matchAll(/"([^"]+)"/g)].map(([, value]) => value!),
  ),
]);

/** Whether a key is made of these pieces with something known between each two of them. */
function isMadeOf(key: string, [first = '', ...rest]: readonly string[]): boolean {
  if (!key.startsWith(first)) return false;
  const left = key.slice(first.length);
  if (rest.length === 0) return left === '';
  return [...left].some((_, n) => known.has(left.slice(0, n + 1)) && isMadeOf(left.slice(n + 1), rest));
}

describe('every message', () => {
  const spelt = new Set([...sources.matchAll(/['"`]([\w-]+\.[\w/.-]+)['"`]/g)].map(([, key]) => key!));
  /** Keys that are put together, as `faults.${code}` is, in pieces. */
  const templates = [...sources.matchAll(/`([\w-]+\.(?:[^`\s$]|\$\{[^}`]*\})*)`/g)].map(([, template]) =>
    template!.split(/\$\{[^}]*\}/),
  );

  it('of the CSAF validator has words', () => {
    expect(Object.keys(en.csaf)).toEqual(expect.arrayContaining(csafTests.map((test) => `rule_${test}`)));
    expect(csafTests.length).toBe(44);
  });

  it('is said somewhere in the portal', () => {
    const unused = entries(en)
      .map(([key]) => key)
      .filter((key) => !spelt.has(key))
      .filter((key) => !templates.some((pieces) => isMadeOf(key, pieces)));
    expect(unused).toEqual([]);
  });
});
