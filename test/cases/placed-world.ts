import { withOverlaysAt } from './given-overlays';
import type { GivenOfficer, GivenWorld, Moment } from './given-world';

/** The same world with other names for its organizations and, where it has some, for its people. */
export const placedWorld = (
  { agreements, items, stops, verifications = [], overlays = [] }: GivenWorld,
  place: (organization: string) => string,
  placePerson: (person: string) => string = (person) => person,
): GivenWorld => ({
  agreements: agreements.map((agreement) => ({
    ...agreement,
    parties: agreement.parties.map(place),
    authority: agreement.authority === null ? null : place(agreement.authority),
    terms: agreement.terms.map((terms) => ({
      ...terms,
      ...(terms.joining && { joining: terms.joining.map(place) }),
      grants: terms.grants.map((grant) => ({
        ...grant,
        from: place(grant.from),
        to: place(grant.to),
        ...(Array.isArray(grant.amberReach) && { amberReach: grant.amberReach.map(place) }),
      })),
    })),
    suspended: agreement.suspended.map((one) => ({
      ...one,
      direction: one.direction && [place(one.direction[0]), place(one.direction[1])],
    })),
  })),
  items: items.map((item) => ({
    ...item,
    owner: place(item.owner),
    requested: item.requested?.map((one) => ({ ...one, by: place(one.by) })) ?? [],
    consents: item.consents?.map((one) => ({ ...one, team: one.team && place(one.team) })) ?? [],
    victimConsents: item.victimConsents?.map((one) => ({ ...one, team: one.team && place(one.team) })) ?? [],
    onward: item.onward?.map((one) => ({ ...one, by: place(one.by) })) ?? [],
    approvals:
      item.approvals?.map((one) => ({ ...one, ministry: one.ministry && place(one.ministry) })) ?? [],
    passedOn: item.passedOn?.map((one) => ({ ...one, by: place(one.by), to: place(one.to) })) ?? [],
    versions: item.versions.map((version) => ({
      ...version,
      audience: version.audience === 'any' ? 'any' : version.audience.map(place),
      exclude: version.exclude.map(place),
      named: version.named?.map((one) => placedOfficer(one, place, placePerson)),
    })),
  })),
  stops: stops.map((stop) => ({ ...stop, from: place(stop.from), to: place(stop.to) })),
  verifications: verifications.map((one) => ({
    ...one,
    ...placedOfficer(one, place, placePerson),
    by: place(one.by),
  })),
  overlays: overlays.map((one) => ({ ...one, organization: place(one.organization) })),
});

const placedOfficer = (
  { person, of }: GivenOfficer,
  place: (organization: string) => string,
  placePerson: (person: string) => string,
): GivenOfficer => ({ person: placePerson(person), of: place(of) });

/**
 * The world as it stands at an instant: what is released, withdrawn or barred by law later has not happened yet. Everything else may
 * lie ahead, as it may for those who sign.
 */
export const worldAt = (world: GivenWorld, at: Moment): GivenWorld => ({
  ...withOverlaysAt(world, at),
  items: world.items.map((item) => ({
    ...item,
    withdrawn: item.withdrawn !== null && item.withdrawn > at ? null : item.withdrawn,
    versions: item.versions.map((version) => ({
      ...version,
      released: version.released !== null && version.released > at ? null : version.released,
    })),
  })),
});
