import type { ApiKey } from '../accounts';
import type { OwnAgreement, OwnDirection } from '../agreements';
import { type FeedState, type Flow, obligationsInWords } from '../disclosure';
import type { Organization, OrganizationState } from '../organizations';
import type { MyTeamView } from './identity.view';
import type {
  MyAgreementView,
  MyApiKeyView,
  MyDirectionView,
  MyFeedView,
  MyOrganizationView,
} from './me.view';
import { directionInWords } from './rules/direction-in-words';

export const presentTeam = (
  { handle, name, kind, country, namespace }: Organization,
  parent: string | null,
): MyTeamView => ({ handle, name, kind, country, namespace, parent });

export const presentOrganization = (
  team: MyTeamView,
  { profile, contacts }: OrganizationState,
): MyOrganizationView => ({
  ...team,
  profile: profile ? { version: profile.version, updated_at: profile.updatedAt } : null,
  contacts: {
    verified: contacts.verified,
    lapsed: contacts.lapsed,
    never: contacts.never,
    verified_until: contacts.verifiedUntil,
  },
});

/** The key without who issued it: that is for people. */
export const presentKey = (key: ApiKey): MyApiKeyView => ({
  name: key.name,
  prefix: key.prefix,
  scopes: key.scopes,
  allowed_addresses: key.allowed_addresses,
  expires_at: key.expires_at.toISOString(),
  expires_soon: key.expires_soon,
  last_used_at: key.last_used_at?.toISOString() ?? null,
});

export const presentAgreement = (agreement: OwnAgreement): MyAgreementView => ({
  reference: agreement.reference,
  title: agreement.title,
  kind: agreement.kind,
  roles: agreement.roles,
  statements: agreement.statements,
  in_force: agreement.inForce,
  terms_version: agreement.termsVersion,
  in_force_since: agreement.since,
  in_force_until: agreement.until,
  notice_given: agreement.noticeGiven,
  ended: agreement.ended,
  expired: agreement.expired,
  next_steps: agreement.nextSteps,
});

/** Whether nothing comes through: everything is paused, or every type that is granted. */
const isPaused = ({ grant, pauses }: OwnDirection): boolean =>
  grant.information_types.every(({ type }) =>
    pauses.some(({ information_types: types }) => types === null || types.includes(type)),
  );

export function presentDirection(own: OwnDirection, flow: Flow): MyDirectionView {
  const { direction, agreement, counterpart, grant, pauses, until } = own;
  const { clause, information_types: types, categories, sectors, reach_back: reach } = grant;
  const { severity, nexus, pap_ceiling: pap, channels, need, amber_reach: amberReach } = grant;
  const { victim_identity, source_attribution, personal_data } = grant;
  const { third_party_content = 'with_consent', product_types = 'any', default_label = 'none' } = grant;
  const { name } = counterpart;
  const obligations = obligationsInWords(grant.obligations);
  return {
    direction,
    counterpart: counterpart.handle,
    counterpart_name: name,
    agreement,
    terms_version: own.termsVersion,
    clause,
    information_types: types,
    categories,
    sectors,
    severity,
    nexus,
    pap_ceiling: pap,
    channels,
    ...{ victim_identity, source_attribution, personal_data },
    ...{ third_party_content, product_types, default_label },
    need,
    amber_reach: amberReach,
    reach_back: reach,
    encryption_in_transit: grant.obligations.encryption_in_transit ?? 'may',
    obligations,
    until,
    paused: isPaused(own),
    pauses,
    flowed: {
      ...{ versions: flow.versions, at_least: flow.atLeast, since: flow.since.toISOString() },
      last_at: flow.lastAt?.toISOString() ?? null,
    },
    in_words: directionInWords({
      ...{ direction, agreement, clause, name, types, categories, sectors, reach, until, pauses },
      ...{ severity, nexus, pap, channels, need, amberReach, obligations },
      ...{ victims: victim_identity, sources: source_attribution, persons: personal_data },
      ...{ thirdParty: third_party_content, products: product_types, unmarked: default_label },
    }),
  };
}

/** @param toPerson whether a person asks; names of people are not told to systems */
export const presentFeed = (
  { newestEntryAt, lastTransfer: last }: FeedState,
  toPerson: boolean,
): MyFeedView => ({
  newest_entry_at: newestEntryAt,
  last_pull: last && {
    at: last.at.toISOString(),
    route: last.route,
    api_key: last.key,
    person: toPerson ? last.person : null,
  },
});
