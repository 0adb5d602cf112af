import {
  castMember,
  ORGANIZATION_KEYS,
  type OrganizationKey,
  PERSON_KEYS,
  type PersonKey,
} from '../../src/cli/demo/cast';
import type { Caller as Declared } from '../../src/platform/access';
import type { Caller, World } from './world';

/** One of all who can ask: a person, an organization's systems, or nobody known. */
export interface Asker {
  name: string;
  organization: OrganizationKey | 'public';
  person?: PersonKey;
  /** What an access declaration may say of this asker. */
  is: readonly Declared[];
  ask: (world: World) => Caller;
}

/** Every member of the cast, every organization's systems, and an anonymous caller. */
export const everyone: readonly Asker[] = [
  ...PERSON_KEYS.map((person): Asker => {
    const { organization, roles } = castMember(person);
    return {
      name: person,
      organization,
      person,
      is: ['anyone', 'person', ...roles],
      ask: (world) => world.as(person),
    };
  }),
  ...ORGANIZATION_KEYS.map((organization): Asker => ({
    name: `systems of ${organization}`,
    organization,
    is: ['anyone', 'api-key'],
    ask: (world) => world.withKey(organization),
  })),
  { name: 'anonymous', organization: 'public', is: ['anyone'], ask: (world) => world.anonymous() },
];

/** Whether a route declared for these callers is for this asker, and what the others are told. */
export function expectedRefusal({ is }: Asker, declared: readonly Declared[]): 401 | 403 | undefined {
  if (is.some((caller) => declared.includes(caller))) return undefined;
  return is.length === 1 ? 401 : 403;
}

/**
 * Whose turn it is to ask for the nth of many things: between them, an organization's people and systems ask for all.
 */
export function isTurnOf({ name, organization }: Asker, nth: number): boolean {
  const ours = everyone.filter((other) => other.organization === organization);
  return ours[nth % ours.length]?.name === name;
}
