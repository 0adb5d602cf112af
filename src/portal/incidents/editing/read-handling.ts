import { instantMeant } from '../../frame/local-time';
import { codesIn } from '../../frame/terms';
import type { Screen } from '../../screen/screen';
import type { Form } from '../../screen/screens';
import type { CaseVersion, Handling } from '../incident';

/** Handles or countries, as people write them into one line. */
export const namesIn = (text: string | undefined): string[] =>
  (text ?? '').split(/[\s,;،、，]+/u).filter(Boolean);

/** How a case is to be handled, as its form says. What was not chosen yet stays unsaid. */
export function handlingIn(screen: Screen, form: Form): Handling {
  const one = (name: string) => form.text(`handling.${name}`);
  const given = <Name extends string>(name: Name) => {
    const value = one(name);
    return value === undefined ? {} : { [name]: value };
  };
  const embargo = one('embargo_until');
  const include = one('audience') === 'partners' ? 'partners' : namesIn(one('audience.include'));
  return {
    ...given('tlp'),
    ...given('information_type'),
    ...given('severity'),
    pap: (one('pap') ?? null) as Handling['pap'] & (string | null),
    categories: [...form.list('handling.categories'), ...codesIn(one('national'))],
    product_types: form.list('handling.product_types') as NonNullable<Handling['product_types']>,
    sectors: form.list('handling.sectors') as NonNullable<Handling['sectors']>,
    nexus: namesIn(one('nexus')).map((country) => country.toUpperCase()),
    embargo_until:
      embargo === undefined ? null : (instantMeant(screen.zone, embargo, one('embargo_shown')) ?? embargo),
    audience: { include, exclude: namesIn(one('audience.exclude')) },
    named_persons: form.list('handling.named_persons'),
  };
}

/** The handling of a version as its form begins with. */
export const handlingOf = ({ handling }: CaseVersion): Handling => handling as Handling;
