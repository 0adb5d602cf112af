import { instantOf, localOf } from '../../frame/local-time';
import type { Screen } from '../../screen/screen';
import type { Form } from '../../screen/screens';
import type { PartInput } from '../incident';
import { findIndicators, type Indicator } from '../rules/indicators';
import { suggestClass } from '../rules/suggest-class';

/** What was typed into the form, to be shown again or filed. */
export interface Draft {
  readonly title: string;
  /** Local time in the reader's zone, as `2026-03-01T09:30`. */
  readonly aware: string;
  readonly description: string;
  readonly follows: string | undefined;
}

export const emptyDraft = ({ me, zone, query }: Screen): Draft => ({
  title: '',
  aware: localOf(zone, me?.at ?? ''),
  description: '',
  follows: query.follows,
});

export const draftIn = (form: Form): Draft => ({
  title: form.text('title') ?? '',
  aware: form.text('aware_at') ?? '',
  description: form.text('description') ?? '',
  follows: form.text('follows'),
});

/** The instant of awareness; what is no time is left to the web API to refuse. */
export const awareAt = ({ zone }: Screen, { aware }: Draft): string => instantOf(zone, aware) ?? aware;

/** What a text holds that the analyst may confirm. */
export interface Found {
  readonly indicators: readonly Indicator[];
  readonly suggested: string | undefined;
}

/** What is longer than a description may be is not looked through. */
const LONGEST = 50_000;

export const findIn = (text: string): Found => ({
  indicators: findIndicators(text.slice(0, LONGEST)),
  suggested: suggestClass(text),
});

/** Fields of an indicator that was found, by its place among those found. */
export const foundField = (at: number, name: 'take' | 'tlp' | 'pap' | 'tag'): string => `found.${at}.${name}`;

/** How many indicators a form may tell of. */
const MOST = 200;

/** The indicators that the analyst has confirmed, as parts with their own markings. */
export function confirmedIn(form: Form): PartInput[] {
  return Array.from({ length: MOST }, (_, at) => at).flatMap((at) => {
    const [title, ...value] = (form.text(foundField(at, 'take')) ?? '').split(' ');
    if (!title || value.length === 0) return [];
    const [tlp, pap] = [form.text(foundField(at, 'tlp')), form.text(foundField(at, 'pap'))];
    return {
      kind: 'indicator' as const,
      information_type: 'indicator' as const,
      title,
      text: value.join(' '),
      tlp: (tlp ?? null) as PartInput['tlp'] & (string | null),
      pap: (pap ?? null) as PartInput['pap'] & (string | null),
      tags: form.list(foundField(at, 'tag')) as NonNullable<PartInput['tags']>,
    };
  });
}
