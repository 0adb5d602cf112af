import type { Entities } from '@cedar-policy/cedar-wasm/nodejs';
import type { ItemFacts } from '../../src/disclosure/rules/question';
import { PAP, SEVERITY, TLP } from './cedar-words';

const present = (attributes: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));

/** An item as Cedar knows it. */
export function entityOf({ release, audience, ...item }: ItemFacts): Entities[number] {
  const types = [item.informationType, ...item.parts.map(({ informationType }) => informationType)];
  const attrs = present({
    owner: item.owner,
    type: item.informationType,
    types: types.filter((type) => type !== null),
    typeUnknown: types.includes(null),
    tlp: item.tlp && TLP[item.tlp],
    severity: item.severity && SEVERITY[item.severity],
    pap: item.pap && PAP[item.pap],
    categories: item.categories,
    productTypes: item.productTypes,
    sectors: item.sectors,
    nexus: item.nexus,
    thirdParty: item.thirdParty,
    embargo: item.embargoUntil,
    withdrawn: item.withdrawnAt,
    released: release?.at ?? null,
    superseded: release?.supersededAt ?? null,
    public: release?.public ?? false,
    emergency: release?.emergency ?? false,
    releasedByAnother:
      release !== null &&
      release.by.length > 0 &&
      !release.by.some((person) => item.authors.includes(person)),
    anyPartner: audience.any,
    include: audience.include,
    exclude: audience.exclude,
  });
  return { uid: { type: 'Item', id: item.version }, parents: [], attrs: attrs as Entities[number]['attrs'] };
}
