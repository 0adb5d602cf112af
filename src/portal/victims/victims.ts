import type { components } from '../../../docs/openapi';
import { ownAdvisory } from '../advisories/advisory';
import { pathOfItem } from '../frame/item-path';
import { ownCase } from '../incidents/cases/read-case';
import type { OrganizationChoices } from '../frame/organizations';
import type { Screen } from '../screen/screen';
import { type ApiRefused, given } from '../web-api/refused';

type Schemas = components['schemas'];
export type VictimConsent = Schemas['VictimConsentView'];
export type RecordBody = Schemas['RecordVictimConsentBody'];
export type Kind = 'advisory' | 'incident';

/** The item whose parts tell of victims, with the consents of these. */
export interface OfItem {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  /** Labels of the item and its parts. */
  readonly labels: readonly (string | null)[];
  /** What the parts of any version call victims. */
  readonly victims: readonly string[];
  readonly consents: Schemas['VictimConsentPage'];
}

export interface VictimsProps {
  readonly screen: Screen;
  readonly item: OfItem;
  /** Whom a victim may name. */
  readonly teams: OrganizationChoices;
  readonly refused?: ApiRefused | undefined;
  readonly filled?: ((name: string) => string | undefined) | undefined;
}

export const pathOfVictims = (kind: Kind, id: string): string => `${pathOfItem(kind, id)}/victim-consents`;

interface Told {
  title: string;
  handling: { tlp: string | null };
  parts: readonly { tlp: string | null; victim: string | null }[];
}

/** An item of the reader's own organization. @throws ApiRefused, 404 for what others share */
export async function victimsOf(screen: Screen, kind: Kind, id: string): Promise<OfItem> {
  const { versions } = kind === 'advisory' ? await ownAdvisory(screen, id) : await ownCase(screen, id);
  const { title, handling, parts } = (versions as Told[]).at(-1)!;
  const named = (versions as Told[]).flatMap((one) => one.parts.flatMap(({ victim }) => victim ?? []));
  return {
    ...{ kind, id, title },
    labels: [handling.tlp, ...parts.map(({ tlp }) => tlp)],
    victims: [...new Set(named)],
    consents: await consentsOf(screen, kind, id),
  };
}

function consentsOf({ api, query: { cursor } }: Screen, kind: Kind, id: string) {
  const params = { path: { id }, query: cursor ? { cursor } : {} };
  return kind === 'advisory'
    ? given(api.GET('/api/v1/advisories/{id}/victim-consents', { params }))
    : given(api.GET('/api/v1/incidents/{id}/victim-consents', { params }));
}
