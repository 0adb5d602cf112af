import type { components } from '../../../docs/openapi';
import type { Form } from '../screen/screens';

type Schemas = components['schemas'];
export type OverlayVersion = Schemas['OverlayVersionView'];
type Body = Schemas['OverlayBody'];
type RestrictionBody = Body['restrictions'][number];

/** A restriction as the form has it. */
export interface RestrictionFields {
  readonly clause: string;
  readonly direction: string;
  /** None: every kind. */
  readonly types: readonly string[];
  readonly least: string;
  /** Country codes with spaces between them; empty: all abroad; a dash: nowhere. */
  readonly countries: string;
  readonly public: boolean;
}
export interface OverlayFields {
  readonly base: number;
  readonly law: string;
  readonly source: string;
  readonly effectiveOn: string;
  readonly restrictions: readonly RestrictionFields[];
}

const NOWHERE = '-';
export const NO_RESTRICTION: RestrictionFields = {
  ...{ clause: '', direction: 'sending', types: [], least: '', countries: '', public: false },
};

const fieldsOf = (one: OverlayVersion['restrictions'][number]): RestrictionFields => ({
  clause: one.clause,
  direction: one.direction,
  types: one.information_types === 'any' ? [] : one.information_types,
  least: one.least_tlp ?? '',
  countries: one.countries === 'abroad' ? '' : one.countries.length === 0 ? NOWHERE : one.countries.join(' '),
  public: one.public,
});

/** What a new version begins with: what the last one says, and room for something more. */
export const begun = (last: OverlayVersion | undefined): OverlayFields => ({
  base: last?.number ?? 0,
  law: last?.law ?? '',
  source: last?.source ?? '',
  effectiveOn: last?.effective_on ?? '',
  restrictions: [...(last?.restrictions ?? []).map(fieldsOf), NO_RESTRICTION],
});

/** What was sent, each restriction under its number. */
export function sentFields(form: Form): OverlayFields {
  const count = Math.min(Number(form.text('count') ?? 0) || 0, 60);
  return {
    base: Number(form.text('base') ?? 0) || 0,
    law: form.text('law') ?? '',
    source: form.text('source') ?? '',
    effectiveOn: form.text('effective_on') ?? '',
    restrictions: Array.from({ length: count }, (_, n) => ({
      clause: form.text(`restrictions.${n}.clause`) ?? '',
      direction: form.text(`restrictions.${n}.direction`) ?? '',
      types: form.list(`restrictions.${n}.information_types`),
      least: form.text(`restrictions.${n}.least_tlp`) ?? '',
      countries: form.text(`restrictions.${n}.countries`) ?? '',
      public: form.has(`restrictions.${n}.public`),
    })),
  };
}

/** Restrictions without a clause fall away, so that what is left keeps the numbers under which faults are told. */
export const withoutEmpty = (fields: OverlayFields): OverlayFields => ({
  ...fields,
  restrictions: fields.restrictions.filter(({ clause }) => clause !== ''),
});

function countriesOf({ countries }: RestrictionFields): { countries?: 'abroad' | string[] } {
  if (countries === NOWHERE) return {};
  const codes = countries
    .toUpperCase()
    .split(/[\s,]+/)
    .filter((code) => code !== '');
  return { countries: codes.length === 0 ? 'abroad' : codes };
}

/** As the web API takes it. */
export const bodyOf = ({ base, law, source, effectiveOn, restrictions }: OverlayFields): Body => ({
  ...{ base, law },
  ...(source ? { source } : {}),
  ...(effectiveOn ? { effective_on: effectiveOn } : {}),
  restrictions: restrictions.map(
    (one) =>
      ({
        clause: one.clause,
        direction: one.direction as RestrictionBody['direction'],
        information_types: one.types.length === 0 ? 'any' : [...one.types],
        ...(one.least ? { least_tlp: one.least } : {}),
        ...countriesOf(one),
        ...(one.direction === 'sending' ? { public: one.public } : {}),
      }) as RestrictionBody,
  ),
});
