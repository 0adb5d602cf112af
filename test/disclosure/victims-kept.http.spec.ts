import { addedToHouseLog, everyone, expectedRefusal, type World } from '../cast';
import type { Consent } from './consents-world';
import { expected } from './sharing-world';
import { ALL, EVIDENCE, Victims } from './victims-world';

const ABSENT = '0b9e4c1a-0000-4000-8000-000000000000';

let victims: Victims;
let world: World;
beforeAll(async () => {
  victims = await Victims.start();
  ({ world } = victims);
});
afterAll(() => world.close());
const codeOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { type: string }).type,
];

describe('a consent of a victim', () => {
  let item: string;
  beforeEach(async () => {
    item = await victims.parts.draft('Item', ALL);
  });
  const path = () => `/api/v1/advisories/${item}/victim-consents`;

  it('counts once a second person confirms it, and is on the record without saying whose it is', async () => {
    const entries = await addedToHouseLog(world, 'pkcert', async () => {
      const { id } = (await expected(201, victims.record(item))) as Consent;
      const own = await victims.step(item, id, 'confirmation', 'pkcert-analyst');
      expect(own.status).toBe(403);
      await expected(201, victims.step(item, id, 'confirmation', 'pkcert-liaison'));
      expect(codeOf(await victims.step(item, id, 'confirmation', 'pkcert-releaser'))).toEqual([
        409,
        '/problems/consent/confirmed',
      ]);
      await expected(201, victims.step(item, id, 'revocation', 'pkcert-liaison'));
    });
    expect(entries.map(({ kind }) => kind)).toEqual([
      'victim-consent-recorded',
      'victim-consent-confirmed',
      'victim-consent-revoked',
    ]);
    // What people said, and who was hit, is content, which can be erased.
    expect(JSON.stringify(entries)).not.toMatch(/Bank|head of security|victim says so/);
  });

  it('cannot be confirmed by who recorded it, whatever roles she has', async () => {
    const { id } = (await expected(201, victims.record(item, {}, 'pkcert-liaison'))) as Consent;
    expect(codeOf(await victims.step(item, id, 'confirmation', 'pkcert-liaison'))).toEqual([
      403,
      '/problems/consent/second-person',
    ]);
  });

  it.each<[string, object, string]>([
    ['a victim whom no part names', { victim: 'Nobody' }, 'victim'],
    ['a blank victim', { victim: ' ' }, 'victim'],
    ['nobody who gave it', { given_by: undefined }, 'given_by'],
    ['who is not there', { to: 'nobody' }, 'to'],
    ['the own team', { to: 'pkcert' }, 'to'],
    ['an end that is over', { valid_until: '2026-01-01T00:00:00Z' }, 'valid_until'],
    ['evidence that is no digest', { evidence_sha256: 'AB' }, 'evidence_sha256'],
    ['an unknown field', { source: 'x' }, 'source'],
  ])('is refused with %s', async (_, change, field) => {
    const answer = await victims.record(item, change);
    const { errors } = answer.body as { errors: { field: string }[] };
    expect([answer.status, errors.map((one) => one.field)]).toEqual([422, expect.arrayContaining([field])]);
  });

  it('is of its own item and kind alone', async () => {
    const { id } = (await expected(201, victims.record(item))) as Consent;
    const other = await victims.parts.draft('Other', ALL);
    expect((await victims.step(other, id, 'confirmation', 'pkcert-releaser')).status).toBe(404);
    const source = `/api/v1/advisories/${item}/consents/${id}/confirmation`;
    expect((await world.as('pkcert-releaser').post(source).send()).status).toBe(404);
    const asCase = `/api/v1/incidents/${item}/victim-consents`;
    expect((await world.as('pkcert-analyst').get(asCase)).status).toBe(404);
  });

  it('is the owner’s alone, whoever of the cast asks', async () => {
    for (const asker of everyone) {
      const caller = asker.ask(world);
      const own = asker.organization === 'pkcert';
      const body = {
        ...{ victim: 'Bank', given_by: 'A', to: 'partners' },
        ...{ valid_until: victims.hours(24), evidence_sha256: EVIDENCE },
      };
      const recorded = await caller.post(path()).send(body);
      const recording = expectedRefusal(asker, ['liaison', 'analyst']) ?? (own ? 201 : 404);
      const listed = await caller.get(path());
      const listing = expectedRefusal(asker, ['person']) ?? (own ? 200 : 404);
      const confirmed = await caller.post(`${path()}/${ABSENT}/confirmation`).send();
      const confirming = expectedRefusal(asker, ['liaison', 'releaser']) ?? 404;
      const revoked = await caller.post(`${path()}/${ABSENT}/revocation`).send({ reason: 'Of a test.' });
      const revoking = expectedRefusal(asker, ['liaison', 'releaser', 'duty-officer', 'analyst']) ?? 404;
      expect([asker.name, recorded.status, listed.status, confirmed.status, revoked.status]).toEqual([
        ...[asker.name, recording, listing, confirming, revoking],
      ]);
      if (own) continue;
      const absent = await caller.get(`/api/v1/advisories/${ABSENT}/victim-consents`);
      expect(listed.text).toBe(absent.text);
    }
  });
});
