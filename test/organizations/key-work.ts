import { generateKey } from 'openpgp';
import type { World } from '../cast';

export const keysOf = (handle: string) => `/api/v1/organizations/${handle}/keys`;

/** When the keys of the tests were made: a day before the world begins. */
export const MADE = new Date('2026-03-01T08:00:00Z');
export const DAY = 86_400;

/** How a key is to be made, besides how it is written. */
export type KeyOptions = Partial<Omit<Parameters<typeof generateKey>[0], 'format'>>;

/** A key pair for the duty desk, made for one test and then forgotten. */
export const makeKey = (options: KeyOptions = {}) =>
  generateKey({
    type: 'ecc',
    curve: 'ed25519Legacy',
    userIDs: [{ name: 'Duty desk (invented)', email: 'duty@pkcert.example' }],
    date: MADE,
    ...options,
    format: 'armored',
  });

/** Gives PKCERT a key. */
export const giveKey = (world: World, armored: string, more: object = {}) =>
  world
    .as('pkcert-administrator')
    .post(keysOf('pkcert'))
    .send({ armored, ...more });

/** The warnings that somebody of another organization reads with a key. */
export async function warningsOf(world: World, fingerprint: string): Promise<string[] | undefined> {
  const { body } = await world.withKey('corvia').get(keysOf('pkcert'));
  const items = body.items as { fingerprint: string; warnings: string[] }[];
  return items.find((key) => key.fingerprint === fingerprint)?.warnings;
}
