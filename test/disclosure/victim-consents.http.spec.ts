import { Logger } from '@nestjs/common';
import type { World } from '../cast';
import { holding, untilWaiting } from '../cast/held-lock';
import type { Consent } from './consents-world';
import { expected } from './sharing-world';
import { ALL, BANK, CLINIC, EVIDENCE, SEEN, UNNAMED, Victims } from './victims-world';

const WITH_CONSENT = { victim_identity: 'with_consent' };
const [seen, bank, clinic] = [SEEN.title, BANK.title, CLINIC.title];

let victims: Victims;
let world: World;
// A row that is listed and holds more than is let go is a fault of ours, and is logged as one.
const faults = jest.spyOn(Logger.prototype, 'error');
beforeEach(async () => {
  victims = await Victims.start();
  ({ world } = victims);
  faults.mockClear();
});
afterEach(async () => {
  await world.close();
  expect(faults).not.toHaveBeenCalled();
});
describe('under terms that name a victim where it consents', () => {
  beforeEach(async () => {
    await victims.sharing.inForce('cncert', 'PK-CN-1', WITH_CONSENT);
    await victims.sharing.inForce('corvia', 'PK-XC-1', WITH_CONSENT);
  });

  it('a victim is told from the confirmation of its consent until its last millisecond', async () => {
    const item = await victims.parts.released('Item', ALL);
    expect(await victims.read('cncert', 'Item')).toEqual({ version: 1, parts: [seen] });
    const first = await victims.sharing.pull('cncert');
    const valid_until = victims.hours(2);
    const { id } = (await expected(201, victims.record(item, { valid_until }))) as Consent;
    expect(await victims.read('cncert', 'Item')).toEqual({ version: 1, parts: [seen] });
    await expected(201, victims.step(item, id, 'confirmation', 'pkcert-releaser'));
    const told = await victims.sharing.pull('cncert', first.next);
    expect(told.told).toEqual(['updated Item']);
    expect(await victims.read('cncert', 'Item')).toEqual({ version: 2, parts: [seen, bank] });
    world.clock.set(new Date(Date.parse(valid_until) - 1001).toISOString());
    expect(await victims.read('cncert', 'Item')).toEqual({ version: 2, parts: [seen, bank] });
    world.clock.set(valid_until);
    const lapsed = await victims.sharing.pull('cncert', told.next, 0);
    expect(lapsed.told).toEqual(['updated Item']);
    expect(await victims.read('cncert', 'Item')).toEqual({ version: 3, parts: [seen] });
    expect((await victims.sharing.pull('cncert', lapsed.next)).told).toEqual([]);
  });

  it('a consent that begins later is told at that instant', async () => {
    const item = await victims.parts.released('Item', ALL);
    const { next } = await victims.sharing.pull('cncert');
    const valid_from = victims.hours(1);
    await victims.counted(item, { valid_from, valid_until: victims.hours(3) });
    world.clock.set(new Date(Date.parse(valid_from) - 1).toISOString());
    const before = await victims.sharing.pull('cncert', next, 0);
    expect(before.told).toEqual([]);
    world.clock.set(valid_from);
    expect((await victims.sharing.pull('cncert', before.next, 0)).told).toEqual(['updated Item']);
  });

  it('a revocation takes it back at once', async () => {
    const item = await victims.parts.released('Item', ALL);
    const consent = await victims.counted(item);
    expect(await victims.read('cncert', 'Item')).toEqual({ version: 1, parts: [seen, bank] });
    await expected(201, victims.step(item, consent, 'revocation', 'pkcert-duty-officer'));
    expect(await victims.read('cncert', 'Item')).toEqual({ version: 2, parts: [seen] });
  });

  it('waits, when revoked, for the pull that is being served, and nothing is served after it', async () => {
    const item = await victims.parts.released('Item', ALL);
    const consent = await victims.counted(item);
    const { id } = (await victims.parts.read('cncert', 'Item'))!;
    const other = await victims.parts.released('Other', ALL);
    await victims.counted(other);
    let pull: Promise<unknown> | undefined;
    let revoked: Promise<{ status: number }> | undefined;
    await holding(world, `feed:${world.organizations.cncert}`, async () => {
      pull = Promise.resolve(world.withKey('cncert').get('/api/v1/feed'));
      await untilWaiting(world, 1);
      revoked = Promise.resolve(victims.step(item, consent, 'revocation', 'pkcert-analyst'));
      await untilWaiting(world, 2);
    });
    await pull;
    expect((await revoked)?.status).toBe(201);
    const { text } = await world.withKey('cncert').get(`/api/v1/advisories/${id}`);
    expect(text).toContain(seen);
    expect(text).not.toContain('Kwordbank');
  });

  it('goes to whom the victim names: one team, each victim for itself', async () => {
    const item = await victims.parts.released('Item', ALL);
    await victims.counted(item, { to: 'cncert' });
    await victims.counted(item, { victim: 'Clinic' });
    expect((await victims.read('cncert', 'Item')).parts).toEqual([seen, bank, clinic]);
    expect((await victims.read('corvia', 'Item')).parts).toEqual([seen, clinic]);
  });

  it('is of the item, not of its version: the next one that tells of the victim goes with it too', async () => {
    const item = await victims.parts.released('Item', ALL);
    await victims.counted(item);
    const path = `/api/v1/advisories/${item}/versions`;
    const body = { base: 1, parts: [{ ...UNNAMED }, { ...BANK, title: 'The bank' }] };
    await expected(201, world.as('pkcert-analyst').post(path).send(body));
    await expected(201, victims.sharing.release(item, 2));
    expect((await victims.read('cncert', 'Item')).parts).toEqual(['The bank']);
    // Of another item the same name tells nothing.
    await victims.parts.released('Other', ALL);
    expect((await victims.read('cncert', 'Other')).parts).toEqual([seen]);
  });

  it('tells the public of no victim, whatever the victim says', async () => {
    const item = await victims.parts.released('Open', ALL, { tlp: 'CLEAR' }, true);
    expect((await victims.record(item, { to: 'public' })).status).toBe(422);
    await victims.counted(item);
    expect((await victims.read(null, 'Open')).parts).toEqual([seen]);
  });

  it('is weighed in the preview of a release, per team', async () => {
    const item = await victims.parts.draft('Item', ALL);
    await victims.counted(item, { to: 'cncert' });
    const preview = world.as('pkcert-releaser').get(`/api/v1/decisions/preview?item=${item}`);
    const { items } = (await expected(200, preview)) as {
      items: { team: string; transformations: { part: number; rule: string; action: string }[] }[];
    };
    const dropped = items.map(({ team, transformations }) => [
      team,
      transformations.map(({ part, rule, action }) => `${part} ${rule} ${action}`),
    ]);
    expect(Object.fromEntries(dropped)).toEqual({
      cncert: ['3 T-01 drop', '4 T-01 drop'],
      corvia: ['2 T-01 drop', '3 T-01 drop', '4 T-01 drop'],
    });
  });
});

it('of two agreements the one that names no victims holds, whatever the victim consents to', async () => {
  await victims.sharing.inForce('cncert', 'PK-CN-1', WITH_CONSENT);
  await victims.sharing.inForce('cncert', 'PK-CN-2');
  const item = await victims.parts.released('Item', ALL);
  await victims.counted(item);
  expect((await victims.read('cncert', 'Item')).parts).toEqual([seen]);
});

it('of a case lets go what its parts tell, as of an advisory', async () => {
  const incident = { information_types: [{ type: 'incident_summary', tlp_ceiling: 'GREEN' }] };
  await victims.sharing.inForce('cncert', 'PK-CN-1', { ...WITH_CONSENT, ...incident });
  const handling = {
    ...{ tlp: 'GREEN', information_type: 'incident_summary', categories: ['fraud/phishing'] },
    ...{ sectors: ['banking'], severity: 'high', audience: { include: 'partners' } },
  };
  const body = { title: 'Case', summary: 'Of a test.', handling, parts: ALL };
  const analyst = world.as('pkcert-analyst');
  const { id } = (await expected(201, analyst.post('/api/v1/incidents').send(body))) as { id: string };
  const path = `/api/v1/incidents/${id}`;
  await expected(201, world.as('pkcert-releaser').post(`${path}/release`).send({ version: 1 }));
  const consent = {
    ...{ victim: 'Clinic', given_by: 'Its head (invented)', to: 'cncert' },
    ...{ valid_until: victims.hours(1), evidence_sha256: EVIDENCE },
  };
  const kept = (await expected(201, analyst.post(`${path}/victim-consents`).send(consent))) as Consent;
  const confirmation = `${path}/victim-consents/${kept.id}/confirmation`;
  await expected(201, world.as('pkcert-releaser').post(confirmation).send());
  world.clock.advance(1000);
  const { items } = (await expected(200, world.withKey('cncert').get('/api/v1/incidents'))) as {
    items: { id: string }[];
  };
  const read = world.withKey('cncert').get(`/api/v1/incidents/${items[0]!.id}`);
  const { parts } = (await expected(200, read)) as { parts: { title: string }[] };
  expect(parts.map(({ title }) => title)).toEqual([seen, clinic]);
  expect((await analyst.get(`${path}/victim-consents`)).body).toMatchObject({
    items: [{ victim: 'Clinic', given_by: 'Its head (invented)', to: 'cncert', state: 'counted' }],
  });
});

it('what a part calls its victim leaves with nothing', async () => {
  await victims.sharing.inForce('cncert', 'PK-CN-1', { victim_identity: 'full' });
  await victims.parts.released('Item', [{ ...BANK, victim: 'Kwordsecretname' }]);
  const { id } = (await victims.parts.read('cncert', 'Item'))!;
  const caller = world.withKey('cncert');
  for (const path of [`/api/v1/advisories/${id}`, `/api/v1/advisories/${id}/csaf`, '/api/v1/feed?limit=200'])
    expect((await caller.get(path)).text).not.toContain('Kwordsecretname');
  const found = await caller.get('/api/v1/advisories?text=kwordsecretname');
  expect((found.body as { items: object[] }).items).toEqual([]);
});
