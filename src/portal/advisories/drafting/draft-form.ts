import type { components } from '../../../../docs/openapi';
import { instantMeant, localOf, shownFor } from '../../frame/local-time';
import { codesIn, isNational } from '../../frame/terms';
import type { Form } from '../../screen/screens';
import type { Version } from '../advisory';

type Schemas = components['schemas'];
type PartInput = Schemas['PartInput'];
type HandlingInput = Schemas['HandlingInput'];

/** One part as the form has it: every field a text, empty where nothing is chosen. */
export interface PartFields {
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly tlp: string;
  readonly pap: string;
  readonly information_type: string;
  /** What the victim that it tells of is called. */
  readonly victim: string;
  readonly tags: readonly string[];
}

export interface ReferenceFields {
  readonly summary: string;
  readonly url: string;
}

/** What the editor holds, as its fields have it. */
export interface DraftFields {
  readonly title: string;
  readonly summary: string;
  readonly details: string;
  readonly recommendation: string;
  readonly lang: string;
  readonly cves: string;
  readonly references: readonly ReferenceFields[];
  readonly parts: readonly PartFields[];
  readonly tlp: string;
  readonly pap: string;
  readonly information_type: string;
  readonly categories: readonly string[];
  /** Codes of national schemes, one on a line. */
  readonly national: string;
  readonly products: readonly string[];
  readonly sectors: readonly string[];
  readonly severity: string;
  readonly nexus: string;
  /** As a clock in the reader's zone shows it. */
  readonly embargo: string;
  /** What that stood for before anybody touched it. */
  readonly embargoShown: string;
  readonly audience: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly named: readonly string[];
}

export const NO_PART: PartFields = {
  ...{ kind: 'indicator', title: '', text: '', tlp: '', pap: '', information_type: '', victim: '' },
  tags: [],
};
export const NO_REFERENCE: ReferenceFields = { summary: '', url: '' };

/** A version as the editor shows it. */
export function fieldsOf(version: Version, zone: string): DraftFields {
  const { handling, parts } = version;
  const { include, exclude } = handling.audience;
  return {
    title: version.title,
    summary: version.summary ?? '',
    details: version.details ?? '',
    recommendation: version.recommendation ?? '',
    lang: version.lang ?? 'en',
    cves: version.cves.join('\n'),
    references: version.references,
    parts: parts.map(({ kind, title, text, tlp, pap, information_type, tags, victim }) => ({
      ...{ kind, title, text, tags, victim: victim ?? '' },
      ...{ tlp: tlp ?? '', pap: pap ?? '', information_type: information_type ?? '' },
    })),
    tlp: handling.tlp ?? '',
    pap: handling.pap ?? '',
    information_type: handling.information_type ?? '',
    categories: handling.categories.filter((code) => !isNational(code)),
    national: handling.categories.filter(isNational).join('\n'),
    products: handling.product_types,
    sectors: handling.sectors,
    severity: handling.severity ?? '',
    nexus: handling.nexus.join(' '),
    embargo: localOf(zone, handling.embargo_until ?? ''),
    embargoShown: shownFor(zone, handling.embargo_until),
    audience: include === 'partners' ? 'partners' : include.length > 0 ? 'these' : 'nobody',
    include: include === 'partners' ? [] : include,
    exclude,
    named: handling.named_persons,
  };
}

/** What an empty editor holds. */
export const EMPTY: DraftFields = {
  ...{ title: '', summary: '', details: '', recommendation: '', lang: 'en', cves: '' },
  ...{ references: [], parts: [], tlp: '', pap: '', information_type: '', categories: [], sectors: [] },
  ...{ national: '', products: [] },
  ...{
    severity: '',
    nexus: '',
    embargo: '',
    embargoShown: '',
    audience: 'nobody',
    include: [],
    exclude: [],
    named: [],
  },
};

/** Browsers end the lines of a form with two characters (HTML, form submission); the rest of the world with one. */
const lines = (text: string | undefined): string => (text ?? '').replace(/\r\n?/g, '\n');
const words = (text: string): string[] => text.split(/[\s,;،；，]+/u).filter(Boolean);

/** What was typed into the editor. Parts and references are as many as the form had. */
export function fieldsFrom(form: Form): DraftFields {
  const text = (name: string) => lines(form.text(name));
  const count = (name: string) => Math.min(Number(form.text(name) ?? 0) || 0, 200);
  return {
    ...{ title: text('title'), summary: text('summary'), details: text('details') },
    ...{ recommendation: text('recommendation'), lang: text('lang'), cves: text('cves') },
    references: Array.from({ length: count('references.count') }, (_, n) => ({
      summary: text(`references.${n}.summary`),
      url: text(`references.${n}.url`),
    })),
    parts: Array.from({ length: count('parts.count') }, (_, n) => {
      const part = (name: string) => text(`parts.${n}.${name}`);
      return {
        ...{ kind: part('kind'), title: part('title'), text: part('text'), tlp: part('tlp') },
        ...{ pap: part('pap'), information_type: part('information_type'), victim: part('victim') },
        tags: form.list(`parts.${n}.tags`),
      };
    }),
    ...{ tlp: text('handling.tlp'), pap: text('handling.pap') },
    information_type: text('handling.information_type'),
    categories: form.list('handling.categories'),
    national: text('handling.national'),
    products: form.list('handling.product_types'),
    sectors: form.list('handling.sectors'),
    severity: text('handling.severity'),
    nexus: text('handling.nexus'),
    embargo: text('handling.embargo_until'),
    embargoShown: text('handling.embargo_shown'),
    audience: text('handling.audience'),
    include: form.list('handling.audience.include'),
    exclude: form.list('handling.audience.exclude'),
    named: form.list('handling.named_persons'),
  };
}

const isEmpty = ({ title, text }: PartFields): boolean => title === '' && text === '';

/** The texts of an advisory as the web API takes them; a row that was left empty is none. */
export function textsOf(fields: DraftFields) {
  const { title, summary, details, recommendation, lang, cves, references, parts } = fields;
  return {
    ...{ title, summary, lang: lang || 'en' },
    details: details || null,
    recommendation: recommendation || null,
    cves: words(cves).map((cve) => cve.toUpperCase()),
    references: references.filter(({ summary: name, url }) => name !== '' || url !== ''),
    parts: parts
      .filter((part) => !isEmpty(part))
      .map(({ kind, title: name, text, tlp, pap, information_type, tags, victim }) => ({
        ...({ kind, title: name, text } as PartInput),
        tlp: (tlp || null) as PartInput['tlp'],
        pap: (pap || null) as PartInput['pap'],
        information_type: (information_type || null) as PartInput['information_type'],
        tags: tags as PartInput['tags'],
        victim: victim || null,
      })),
  };
}

/** The handling as the web API takes it. An embargo is read by the clock of the reader's zone. */
export function handlingOf(fields: DraftFields, zone: string): HandlingInput {
  const { audience, include, exclude, embargo, embargoShown } = fields;
  const chosen = {
    tlp: fields.tlp || undefined,
    information_type: fields.information_type || undefined,
    severity: fields.severity || undefined,
  };
  return {
    ...(chosen as Pick<HandlingInput, keyof typeof chosen>),
    categories: [...fields.categories, ...codesIn(fields.national)],
    product_types: [...fields.products] as NonNullable<HandlingInput['product_types']>,
    sectors: [...fields.sectors] as NonNullable<HandlingInput['sectors']>,
    nexus: words(fields.nexus).map((country) => country.toUpperCase()),
    pap: (fields.pap || null) as HandlingInput['pap'],
    // What is no time is sent as it is, so that it is refused and not lost.
    embargo_until: embargo === '' ? null : (instantMeant(zone, embargo, embargoShown) ?? embargo),
    audience: {
      include: audience === 'partners' ? 'partners' : audience === 'these' ? [...include] : [],
      exclude: [...exclude],
    },
    named_persons: [...fields.named],
  };
}
