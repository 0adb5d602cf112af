import type { GrantFacts, ItemFacts } from '../../src/disclosure/rules/question';
import { all, any, PAP, text, TLP } from './cedar-words';

const schemeOf = (code: string) => (code.includes('#') ? code.split('#')[0]! : 'RSIT');

/** What a list says of categories, scheme by scheme: the item has some of the scheme, and only those that are listed. */
export function categoriesOf({ categories }: GrantFacts, item: ItemFacts): string {
  if (categories === 'any') return '!resource.categories.isEmpty()';
  const listed = Map.groupBy(categories, schemeOf);
  return all(
    ...[...listed].map(([scheme, codes]) => {
      const own = item.categories.filter((code) => schemeOf(code) === scheme);
      return own.length === 0 ? 'false' : `${text(codes)}.containsAll(${text(own)})`;
    }),
  );
}

export function productsOf({ productTypes }: GrantFacts): string {
  if (productTypes === 'any') return 'true';
  const said = '!resource.productTypes.isEmpty()';
  return 'include' in productTypes
    ? all(said, `${text(productTypes.include)}.containsAll(resource.productTypes)`)
    : all(said, `!resource.productTypes.containsAny(${text(productTypes.exclude)})`);
}

/** Where sources must be named: the parts that tell of one go in full. Worked out here, part by part. */
export function sourceOf(grant: GrantFacts, { parts }: Pick<ItemFacts, 'parts'>): string {
  if (grant.sourceAttribution !== 'must') return 'true';
  const { informationTypes, papCeiling, victimIdentity, personalData } = grant;
  return all(
    ...parts
      .filter(({ tags }) => tags.includes('source_identity'))
      .map(({ tlp, informationType, pap, tags }) =>
        all(
          any(
            ...informationTypes.map(({ type, ceiling }) =>
              String(type === informationType && tlp !== null && TLP[tlp] <= TLP[ceiling]),
            ),
          ),
          // A RED part goes with RED items alone.
          tlp === 'RED' ? `(resource has tlp && resource.tlp == ${TLP.RED})` : 'true',
          String(papCeiling === 'any' || (pap !== null && PAP[pap] <= PAP[papCeiling])),
          String(!tags.includes('victim_identity') || victimIdentity === 'full'),
          String(!tags.includes('personal_data') || personalData === 'full_with_basis'),
        ),
      ),
  );
}

/** Whose country the item has to affect. */
export function nexus({ nexus: asked, fromCountry, toCountry }: GrantFacts): string {
  if (asked === 'any') return 'true';
  const countries = {
    originator: [fromCountry],
    recipient: [toCountry],
    either: [fromCountry, toCountry],
  }[asked].filter((country) => country !== null);
  return `resource.nexus.containsAny(${text(countries)})`;
}
