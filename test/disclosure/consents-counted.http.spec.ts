import { PATH } from '../advisories/advisory-world';
import type { World } from '../cast';
import { holding, untilWaiting, withTableHeld } from '../cast/held-lock';
import { type Consent, Consenting } from './consents-world';
import { expected } from './sharing-world';

let consenting: Consenting;
let world: World;
beforeEach(async () => {
  consenting = await Consenting.start();
  ({ world } = consenting);
});
afterEach(() => world.close());

const refusal = async (id: string, toPublic = false) => {
  const { status, body } = await consenting.desk.release(id, 2, toPublic);
  return [status, (body as { type: string }).type];
};
const THIRD_PARTY = [422, '/problems/release/third-party'];

describe('release of another publisher’s content', () => {
  it('is refused without a consent that counts and lasts, and says what to do', async () => {
    const id = await consenting.imported('Theirs');
    const { body } = await consenting.desk.release(id, 2);
    expect((body as { detail: string }).detail).toContain('/consents');
    expect(await refusal(id)).toEqual(THIRD_PARTY);
    const { id: consent } = (await expected(201, consenting.record(id))) as Consent;
    expect(await refusal(id)).toEqual(THIRD_PARTY);
    await expected(201, consenting.confirm(id, consent));
    await expected(201, consenting.revoke(id, consent));
    world.clock.advance(1000);
    expect(await refusal(id)).toEqual(THIRD_PARTY);
    const valid_until = consenting.hours(1);
    await consenting.counted(id, { valid_until });
    world.clock.set(valid_until);
    expect(await refusal(id)).toEqual(THIRD_PARTY);
    expect(await consenting.titles('cncert')).toEqual([]);
  });

  it('is refused in preview and dry run as it is, and they tell who would get it', async () => {
    const id = await consenting.imported('Theirs');
    const preview = () => world.as('pkcert-auditor').get(`/api/v1/decisions/preview?item=${id}`);
    expect((await preview()).status).toBe(422);
    await consenting.counted(id, { to: 'cncert' });
    const { items } = (await expected(200, preview())) as {
      items: { team: string; released: boolean; near_miss: { forbidding: { rule: string }[] } | null }[];
    };
    expect(items.map(({ team, released }) => `${team} ${released}`)).toEqual(['cncert true', 'corvia false']);
    expect(items[1]?.near_miss?.forbidding.map(({ rule }) => rule)).toEqual(['D-17']);
    const tried = await world
      .as('pkcert-releaser')
      .post(`${PATH}/${id}/release?dry_run=true`)
      .send({ version: 2 });
    expect(tried.body).toMatchObject({ teams: [{ team: 'cncert' }] });
  });

  it('goes to whom the source consents: one team, or any partner', async () => {
    const [one, all] = [await consenting.imported('For one'), await consenting.imported('For all')];
    await consenting.counted(one, { to: 'cncert' });
    await consenting.counted(all);
    for (const id of [one, all]) await consenting.released(id);
    expect(await consenting.titles('cncert')).toEqual(['For all', 'For one']);
    expect(await consenting.titles('corvia')).toEqual(['For all']);
    expect(await consenting.titles('public')).toEqual([]);
  });

  it('is to everybody only with a consent to that', async () => {
    const id = await consenting.imported('Theirs', 'CLEAR');
    await consenting.counted(id);
    expect(await refusal(id, true)).toEqual(THIRD_PARTY);
    await consenting.counted(id, { to: 'public' });
    await consenting.released(id, true);
    expect(await consenting.titles('public')).toEqual(['Theirs']);
  });
});

describe('a consent that lapses', () => {
  it('takes what it let go out of lists, documents and search at that instant, and feeds say so', async () => {
    const id = await consenting.imported('Theirs');
    const valid_until = consenting.hours(2);
    await consenting.counted(id, { valid_until });
    await consenting.released(id);
    const { next } = await consenting.pull('cncert');
    const found = await world.withKey('cncert').get(PATH);
    const { id: there } = (found.body as { items: { id: string }[] }).items[0]!;
    const document = async () => (await world.withKey('cncert').get(`${PATH}/${there}`)).status;
    world.clock.set(new Date(Date.parse(valid_until) - 1).toISOString());
    expect([await document(), await consenting.titles('cncert')]).toEqual([200, ['Theirs']]);
    world.clock.set(valid_until);
    expect([await document(), await consenting.titles('cncert')]).toEqual([404, []]);
    expect(await consenting.titles('cncert', '&text=Theirs')).toEqual([]);
    const lapsed = await consenting.pull('cncert', next);
    expect(lapsed.told).toEqual(['no_longer_shared']);
    // It was never read there: there is nothing to take back.
    expect((await consenting.pull('corvia')).told).toEqual([]);
    await consenting.counted(id);
    expect((await consenting.pull('cncert', lapsed.next)).told).toEqual(['added Theirs']);
    expect([await document(), await consenting.titles('corvia')]).toEqual([200, ['Theirs']]);
  });

  it('of what is public ends it for everybody, and a new one brings it back', async () => {
    const id = await consenting.imported('Theirs', 'CLEAR');
    const valid_until = consenting.hours(2);
    await consenting.counted(id, { to: 'public', valid_until });
    await consenting.released(id, true);
    const [everybody, team] = [await consenting.pull('public'), await consenting.pull('cncert')];
    expect([everybody.told, team.told]).toEqual([['added Theirs'], ['added Theirs']]);
    const found = await world.anonymous().get(PATH);
    const { id: there } = (found.body as { items: { id: string }[] }).items[0]!;
    const shown = async () => [
      (await world.anonymous().get(`${PATH}/${there}`)).status,
      (await world.anonymous().get(`${PATH}/${there}/csaf`)).status,
      (await world.withKey('corvia').get(`${PATH}/${there}`)).status,
      (await consenting.titles('public')).length,
      (await consenting.titles('public', '&text=Theirs')).length,
      (await consenting.titles('corvia', '&text=Theirs')).length,
    ];
    expect(await shown()).toEqual([200, 200, 200, 1, 1, 1]);
    world.clock.set(valid_until);
    expect(await shown()).toEqual([404, 404, 404, 0, 0, 0]);
    const [after, other] = [
      await consenting.pull('public', everybody.next),
      await consenting.pull('cncert', team.next),
    ];
    expect([after.told, other.told]).toEqual([['no_longer_shared'], ['no_longer_shared']]);
    await consenting.counted(id, { to: 'public' });
    expect((await consenting.pull('public', after.next)).told).toEqual(['added Theirs']);
    expect((await consenting.pull('cncert', other.next)).told).toEqual(['added Theirs']);
    expect(await shown()).toEqual([200, 200, 200, 1, 1, 1]);
  });
});

describe('a revocation', () => {
  it('takes effect on the next statement, and is tried with dry_run before', async () => {
    const id = await consenting.imported('Theirs');
    const consent = await consenting.counted(id);
    await consenting.released(id);
    const { next } = await consenting.pull('cncert');
    const path = `${PATH}/${id}/consents/${consent}/revocation?dry_run=true`;
    const tried = await world.as('pkcert-duty-officer').post(path).send({ reason: 'Of a test.' });
    expect(tried.body).toMatchObject({
      teams: [
        { team: 'cncert', loses: { count: 1 } },
        { team: 'corvia', loses: { count: 1 } },
      ],
    });
    expect(await consenting.titles('cncert')).toEqual(['Theirs']);
    await expected(201, consenting.revoke(id, consent));
    expect(await consenting.titles('cncert')).toEqual([]);
    expect((await consenting.pull('cncert', next)).told).toEqual(['no_longer_shared']);
  });

  it('waits for the pull that is being served, and nothing is served after it', async () => {
    const id = await consenting.imported('Theirs');
    const consent = await consenting.counted(id);
    await consenting.released(id);
    let pull: Promise<{ items: unknown[] }> | undefined;
    let revoked: Promise<unknown> | undefined;
    await holding(world, `feed:${world.organizations.cncert}`, async () => {
      pull = Promise.resolve(
        expected(200, world.withKey('cncert').get('/api/v1/feed')) as Promise<{ items: unknown[] }>,
      );
      await untilWaiting(world, 1);
      revoked = Promise.resolve(expected(201, consenting.revoke(id, consent)));
      await untilWaiting(world, 2);
    });
    expect((await pull)?.items).toHaveLength(1);
    await revoked;
    world.clock.advance(1000);
    expect(await consenting.titles('cncert')).toEqual([]);
  });

  it('is not overtaken by a release: nothing of it is served after', async () => {
    const id = await consenting.imported('Theirs');
    const consent = await consenting.counted(id);
    const running: Promise<{ status: number }>[] = [];
    let pulled: Promise<{ body: object }> | undefined;
    // The revocation has all its locks and is not written yet, when the release that came before it is.
    await withTableHeld(world, 'item_consent_revocation', async () => {
      await holding(world, `originator:${world.organizations.pkcert}`, async () => {
        running.push(Promise.resolve(consenting.desk.release(id, 2)));
        await untilWaiting(world, 1);
        running.push(Promise.resolve(consenting.revoke(id, consent)));
        await untilWaiting(world, 2);
      });
      expect((await running[0])?.status).toBe(201);
      pulled = Promise.resolve(world.withKey('cncert').get('/api/v1/feed'));
      const first = await Promise.race([untilWaiting(world, 1), pulled]);
      expect(first?.body).toBeUndefined();
    });
    expect((await running[1])?.status).toBe(201);
    expect((await pulled)?.body).toMatchObject({ items: [] });
  });

  it('and a release do not miss each other', async () => {
    const id = await consenting.imported('Theirs');
    const consent = await consenting.counted(id);
    const running: Promise<{ status: number }>[] = [];
    await holding(world, `originator:${world.organizations.pkcert}`, async () => {
      running.push(Promise.resolve(consenting.revoke(id, consent)));
      await untilWaiting(world, 1);
      running.push(Promise.resolve(consenting.desk.release(id, 2)));
      await untilWaiting(world, 2);
    });
    const statuses = (await Promise.all(running)).map(({ status }) => status);
    expect(statuses).toEqual([201, 422]);
  });
});
