import type { World } from '../../cast';
import { holding, untilWaiting } from '../../cast/held-lock';
import { expected } from '../sharing-world';
import { AskingConsent, codeOf } from './consent-request-world';

let asking: AskingConsent;
let world: World;
/** What PKCERT calls what CNCERT/CC shared, and its own advisory that holds it. */
let item: string;
let own: string;
beforeEach(async () => {
  asking = await AskingConsent.start();
  ({ world } = asking);
  item = await asking.received('Found by CNCERT');
  own = await asking.derived(item, 'Derived');
});
afterEach(() => world.close());

const preview = async (query = '') =>
  (await expected(200, world.as('pkcert-releaser').get(`/api/v1/decisions/preview?item=${own}${query}`))) as {
    awaits: { request: string; of: string; scope: string; asked_at: string; answer_by: string }[];
    items: { team: string; released: boolean; near_miss: { forbidding: { rule: string }[] } | null }[];
  };
const feedOf = async (team: 'corvia' | 'dunmere' | null) => (await asking.pull(team)).told;

describe('an advisory that holds what another team shared', () => {
  it('is not released before its originator is asked, and says whom to ask how (D-17)', async () => {
    const refused = await asking.sharing.release(own);
    expect(codeOf(refused)).toBe('422 /problems/release/third-party');
    expect((refused.body as { detail: string }).detail).toContain('POST /api/v1/consent-requests');
    const shown = (await world.as('pkcert-analyst').get(`/api/v1/advisories/${own}`)).body as object;
    expect(shown).toMatchObject({ third_party: true, derived_from: { id: item, originator: 'cncert' } });
  });

  it('is free where its source is CLEAR', async () => {
    const clear = await asking.received('Clear of CNCERT', { tlp: 'CLEAR' });
    await asking.released(await asking.derived(clear, 'Of a clear one'));
    expect(await feedOf('corvia')).toEqual(['added Of a clear one']);
    expect(codeOf(await asking.post(clear, { for: own }))).toBe('409 /problems/consent-request/free');
  });

  it('waits once it is released: the preview says for whose consent, asked when, and nobody gets it', async () => {
    const id = await asking.ask(item, { for: own });
    const { asked_at, answer_by } = (await asking.show(id)) as unknown as Record<string, string>;
    const before = await preview();
    expect(before.awaits).toEqual([{ request: id, of: 'cncert', scope: 'partners', asked_at, answer_by }]);
    expect(before.items.map(({ team, released }) => `${team} ${released}`)).toEqual([
      'corvia false',
      'dunmere false',
    ]);
    expect(before.items[0]!.near_miss!.forbidding.map(({ rule }) => rule)).toEqual(['D-17']);
    await asking.released(own);
    expect([await feedOf('corvia'), await feedOf('dunmere'), await feedOf(null)]).toEqual([[], [], []]);
  });

  it('goes at the instant of the consent, without a further act, and is told as added', async () => {
    const id = await asking.ask(item, { for: own });
    await asking.released(own);
    const { next } = await asking.pull('corvia');
    await asking.consent(id);
    expect((await asking.pull('corvia', next)).told).toEqual(['added Derived']);
    expect(await feedOf('dunmere')).toEqual(['added Derived']);
    expect(await feedOf(null)).toEqual([]);
  });

  it('goes to the teams that were named alone', async () => {
    const id = await asking.ask(item, { for: own, scope: 'teams', teams: ['corvia'] });
    await asking.released(own);
    await asking.consent(id);
    expect([await feedOf('corvia'), await feedOf('dunmere')]).toEqual([['added Derived'], []]);
  });

  it('goes to fewer where the originator consents to less, and never to more', async () => {
    const id = await asking.ask(item, { for: own, scope: 'public' });
    await asking.released(own);
    const shown = await asking.consent(id, { scope: 'teams', teams: ['dunmere'], until: asking.hours(2) });
    expect(shown.consent).toMatchObject({ scope: 'teams', teams: ['dunmere'] });
    expect([await feedOf('corvia'), await feedOf('dunmere')]).toEqual([[], ['added Derived']]);
  });

  it('goes to everybody where the originator consents to that', async () => {
    const clear = await asking.derived(item, 'For all', { tlp: 'CLEAR' });
    const id = await asking.ask(item, { for: clear, scope: 'public' });
    await asking.released(clear, 1, true);
    expect(await feedOf(null)).toEqual([]);
    await asking.consent(id);
    expect(await feedOf(null)).toEqual(['added For all']);
  });

  it('is released to everybody only where that was asked', async () => {
    const clear = await asking.derived(item, 'For all', { tlp: 'CLEAR' });
    await asking.ask(item, { for: clear });
    expect(codeOf(await asking.sharing.release(clear, 1, true))).toBe('422 /problems/release/third-party');
  });

  it('is no longer shared from the millisecond at which the consent is over, and not before', async () => {
    const id = await asking.ask(item, { for: own });
    await asking.released(own);
    const until = asking.hours(2);
    await asking.consent(id, { until });
    const { next } = await asking.pull('corvia');
    const [{ id: there } = { id: '' }] = (
      (await world.withKey('corvia').get('/api/v1/advisories')).body as { items: { id: string }[] }
    ).items;
    const document = async () => (await world.withKey('corvia').get(`/api/v1/advisories/${there}`)).status;
    world.clock.set(new Date(Date.parse(until) - 1).toISOString());
    expect(await document()).toBe(200);
    world.clock.set(until);
    expect(await document()).toBe(404);
    expect((await asking.pull('corvia', next)).told).toEqual(['no_longer_shared']);
    expect((await asking.show(id)).state).toBe('expired');
    // Asked and consented to anew, it goes on without another release.
    await asking.consent(await asking.ask(item, { for: own }));
    expect((await asking.pull('corvia', next)).told).toEqual(['added Derived']);
  });

  it('is no longer shared from when the originator withdraws its consent', async () => {
    const id = await asking.ask(item, { for: own });
    await asking.released(own);
    await asking.consent(id);
    const { next } = await asking.pull('corvia');
    await expected(201, asking.step(id, 'withdrawal', { reason: 'An investigation began.' }));
    expect((await asking.pull('corvia', next)).told).toEqual(['no_longer_shared']);
    expect(await asking.show(id)).toMatchObject({
      state: 'withdrawn',
      consent: { withdrawal_reason: 'An investigation began.' },
    });
    expect(codeOf(await asking.step(id, 'withdrawal'))).toBe('409 /problems/consent-request/no-consent');
  });

  it.each(['refusal', 'closing'] as const)('stays where it is after a %s', async (step) => {
    const id = await asking.ask(item, { for: own });
    await asking.released(own);
    await expected(
      201,
      asking.step(id, step, step === 'refusal' ? { reason_code: 'law', tell_reason: true } : {}),
    );
    expect(await feedOf('corvia')).toEqual([]);
  });

  it('a later version of it waits, and goes, under the same consent', async () => {
    await asking.consent(await asking.ask(item, { for: own }));
    await asking.released(own);
    const change = { base: 1, title: 'Derived, mended' };
    await expected(201, world.as('pkcert-analyst').post(`/api/v1/advisories/${own}/versions`).send(change));
    await asking.released(own, 2);
    expect(await feedOf('corvia')).toEqual(['added Derived, mended']);
  });
});

describe('a withdrawal', () => {
  it('waits for what is being served, and nothing is served after it', async () => {
    const id = await asking.ask(item, { for: own });
    await asking.released(own);
    await asking.consent(id);
    let pull: Promise<{ items: unknown[] }> | undefined;
    let withdrawn: Promise<unknown> | undefined;
    await holding(world, `feed:${world.organizations.corvia}`, async () => {
      pull = Promise.resolve(
        expected(200, world.withKey('corvia').get('/api/v1/feed')) as Promise<{ items: unknown[] }>,
      );
      await untilWaiting(world, 1);
      withdrawn = Promise.resolve(expected(201, asking.step(id, 'withdrawal')));
      await untilWaiting(world, 2);
    });
    expect((await pull)?.items).toHaveLength(1);
    await withdrawn;
    world.clock.advance(1000);
    const { body } = await world.withKey('corvia').get('/api/v1/advisories');
    expect((body as { items: object[] }).items).toEqual([]);
  });

  it('and a release do not miss each other: what is released after waits for nobody’s consent and is refused', async () => {
    const id = await asking.ask(item, { for: own });
    await asking.consent(id);
    const running: Promise<{ status: number }>[] = [];
    await holding(world, `originator:${world.organizations.pkcert}`, async () => {
      running.push(Promise.resolve(asking.step(id, 'withdrawal')));
      await untilWaiting(world, 1);
      running.push(Promise.resolve(asking.sharing.release(own)));
      await untilWaiting(world, 2);
    });
    expect((await Promise.all(running)).map(({ status }) => status)).toEqual([201, 422]);
  });
});

describe('a source that can be asked', () => {
  it('answers itself: its consent is not recorded by who wants to share', async () => {
    const body = {
      ...{ source: 'CNCERT/CC', to: 'partners', valid_until: asking.hours(24) },
      evidence_sha256: 'ab'.repeat(32),
    };
    const recorded = await world.as('pkcert-liaison').post(`/api/v1/advisories/${own}/consents`).send(body);
    expect(codeOf(recorded)).toBe('409 /problems/consent/ask-source');
  });

  it('is one: an advisory that holds one item is not let go by the consent about another', async () => {
    const other = await asking.received('Another of CNCERT');
    expect(codeOf(await asking.post(other, { for: own }))).toBe('409 /problems/consent-request/other-source');
  });

  it('is asked for what holds something of it, and for nothing else', async () => {
    const mine = await asking.sharing.draft('Wholly mine');
    expect(codeOf(await asking.post(item, { for: mine }))).toBe('409 /problems/consent-request/not-derived');
  });
});
