import type { Form } from '../../screen/screens';
import type { Part, PartInput } from '../incident';

/** A part as the web API takes it, of one as it shows it. */
export function inputOf({ kind, title, text, tlp, information_type, pap, tags, victim }: Part): PartInput {
  return { kind, title, text, tlp, information_type, pap, tags, victim };
}

/** The name of a field of a part, as the web API names it in what it refuses. */
export const partField = (at: number, name: string): string => `parts.${at}.${name}`;

/** How many parts a case has at most, and one more that is being added. */
const MOST = 201;

/** The parts of a form in their order, without those that are to go and those without any word. */
export function partsIn(form: Form): PartInput[] {
  return Array.from({ length: MOST }, (_, at) => at).flatMap((at) => {
    const one = (name: string) => form.text(partField(at, name));
    if (one('remove') || !(one('title') || one('text'))) return [];
    return {
      kind: one('kind') ?? 'statement',
      title: one('title') ?? '',
      text: one('text') ?? '',
      tlp: one('tlp') ?? null,
      information_type: one('information_type') ?? null,
      pap: one('pap') ?? null,
      tags: form.list(partField(at, 'tags')),
      victim: one('victim') ?? null,
    } as PartInput;
  });
}
