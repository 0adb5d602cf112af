import { decide } from '../../src/disclosure/rules/decide';
import type { Question } from '../../src/disclosure/rules/question';
import { type CountryOf, grantFacts, itemFacts } from './given-facts';
import type { GivenWorld, Moment } from './given-world';

/**
 * What decide() releases to a reader from the world as it was given, without a database:
 * `name version basis agreement terms`.
 * @param names of the items, in their order
 */
export function decidedPure(
  world: GivenWorld,
  names: readonly string[],
  { of: reader, person, parent }: { of: string; person: string | null; parent: string | null },
  at: Moment,
  countryOf: CountryOf,
  how: Pick<Question, 'channel' | 'purpose'> = { channel: 'rest', purpose: null },
): string[] {
  const grants = grantFacts(world, countryOf);
  return world.items
    .flatMap((item, index) =>
      item.versions.flatMap((_, version) => {
        const facts = itemFacts(item, version + 1, world);
        const { basis } = decide({
          reader,
          parent,
          person,
          at,
          subject: 'content',
          received: false,
          item: facts,
          grants,
          ...how,
        });
        if (!basis || (basis.basis === 'own' && version + 1 < item.versions.length)) return [];
        const { agreement = '', number = '' } = basis.grant?.terms ?? {};
        return [`${names[index]} ${version + 1} ${basis.basis} ${agreement} ${number}`];
      }),
    )
    .sort();
}
