import { expected, type Sharing } from '../disclosure/sharing-world';
import { grant, Successions } from './succession-world';

describe('an agreement in place of an earlier one', () => {
  let sharing: Sharing;
  let successions: Successions;
  beforeAll(async () => {
    successions = await Successions.start();
    ({ sharing } = successions);
  });
  afterAll(() => sharing.world.close());

  const read: Successions['read'] = (...asked) => successions.read(...asked);
  const successor: Successions['successor'] = (...drafted) => successions.successor(...drafted);
  const titles: Successions['titles'] = (team) => successions.titles(team);
  const at = (instant: string) => sharing.world.clock.set(instant);

  it('after a gap: nothing flows from the end of the former to the millisecond of its own entry into force', async () => {
    await sharing.inForce('cncert', 'PK-GAP-1', {}, { expires_at: '2026-03-05T00:00:00Z' });
    await sharing.released('Before the gap');
    const enter = await successor('PK-GAP-2', { agreement: 'PK-GAP-1' }, 'cncert', {
      reach_back: '2026-03-06T00:00:00Z',
    });
    await expected(
      201,
      sharing.world.as('pkcert-liaison').post(enter).send({ effective_at: '2026-04-15T00:00:00Z' }),
    );
    expect((await read('cncert-liaison', 'PK-GAP-1')).superseded_by).toMatchObject([
      {
        agreement: 'PK-GAP-2',
        transition: {
          kind: 'gap',
          from: '2026-03-05T00:00:00.000Z',
          until: '2026-04-15T00:00:00.000Z',
          days: 41,
        },
      },
    ]);
    const { next } = await sharing.pull('cncert');
    at('2026-03-04T23:59:59.999Z');
    expect(await titles('cncert')).toEqual(['Before the gap']);
    at('2026-03-05T00:00:00.000Z');
    expect(await titles('cncert')).toEqual([]);
    at('2026-03-20T12:00:00Z');
    await sharing.released('In the gap');
    expect(await titles('cncert')).toEqual([]);
    const gap = await sharing.pull('cncert', next);
    expect(gap.told).toEqual(['notice agreement-ended']);
    expect((await read('cncert-liaison', 'PK-GAP-1')).state.statements).toContain('expired');
    at('2026-04-14T23:59:59.999Z');
    expect(await titles('cncert')).toEqual([]);
    expect((await read('cncert-liaison', 'PK-GAP-1')).state.superseded).toBe(false);
    at('2026-04-15T00:00:00.000Z');
    // What the successor reaches back to, and nothing else of before.
    expect(await titles('cncert')).toEqual(['In the gap']);
    expect((await sharing.pull('cncert', gap.next)).told).toEqual(['added In the gap']);
    const former = await read('cncert-liaison', 'PK-GAP-1');
    expect([former.state.superseded, former.state.in_force]).toEqual([true, false]);
    expect((await read('pkcert-liaison', 'PK-GAP-2')).supersedes).toMatchObject({
      agreement: 'PK-GAP-1',
      transition: { kind: 'gap', days: 41 },
    });
  });

  it('ends the former at the instant at which it enters, and what it admits goes on without a break', async () => {
    await sharing.inForce('corvia', 'PK-SEAM-1');
    const item = await sharing.released('Under the former');
    const first = await sharing.pull('corvia');
    expect(first.told).toEqual(['added Under the former']);
    const enter = await successor('PK-SEAM-2', { agreement: 'PK-SEAM-1' }, 'corvia', { reach_back: 'all' });
    expect((await read('corvia-liaison', 'PK-SEAM-1')).state.in_force_until).toBeNull();
    const at = new Date(sharing.world.clock.now().getTime() + 3_600_000).toISOString();
    await expected(201, sharing.world.as('corvia-liaison').post(enter).send({ effective_at: at }));
    expect((await read('corvia-liaison', 'PK-SEAM-1')).state.in_force_until).toBe(at);
    for (const instant of [new Date(Date.parse(at) - 1).toISOString(), at]) {
      sharing.world.clock.set(instant);
      expect([instant, await titles('corvia')]).toEqual([
        instant,
        expect.arrayContaining(['Under the former']),
      ]);
    }
    const asked = sharing.world.as('pkcert-liaison').get('/api/v1/decisions/explain');
    const { bases } = (await expected(200, asked.query({ item, team: 'corvia' }))) as {
      bases: { agreement?: string; verdicts: { rule: string; verdict: string }[] }[];
    };
    const inForce = bases.filter(({ verdicts }) =>
      verdicts.some(({ rule, verdict }) => rule === 'D-03' && verdict === 'passes'),
    );
    expect(inForce).toHaveLength(1);
    const former = await read('pkcert-liaison', 'PK-SEAM-1');
    expect(former.state.statements).toContain('superseded');
    expect(former.superseded_by[0]!.transition).toMatchObject({ kind: 'seamless', days: 0 });
    const replayed = async (instant: number) => {
      const query = { item, team: 'corvia', at: new Date(instant).toISOString() };
      const answer = await expected(
        200,
        sharing.world.as('pkcert-liaison').get('/api/v1/decisions/replay').query(query),
      );
      return (answer as { bases: { verdicts: { rule: string; verdict: string }[] }[] }).bases.map(
        ({ verdicts }) => verdicts.find(({ rule }) => rule === 'D-03')?.verdict,
      );
    };
    sharing.world.clock.advance(1000);
    const began = Date.parse(at);
    const [before, since] = [await replayed(began - 1), await replayed(began)];
    for (const verdicts of [before, since])
      expect(verdicts.filter((verdict) => verdict === 'passes')).toHaveLength(1);
    await sharing.released('Under the later');
    const later = await sharing.pull('corvia', first.next);
    expect(later.told).toContain('notice agreement-ended');
    expect(later.told).toContain('added Under the later');
    expect(later.told.join()).not.toMatch(/no_longer_shared|withdrawn/);
    const again = await sharing.pull('corvia');
    expect(again.told).toEqual(expect.arrayContaining(['added Under the former', 'added Under the later']));
    // Nothing more is recorded of the former.
    const proposal = await sharing.world
      .as('pkcert-liaison')
      .post('/api/v1/agreements/PK-SEAM-1/terms')
      .send({ grants: [grant('pkcert', 'corvia')] });
    expect([proposal.status, (proposal.body as { type: string }).type]).toEqual([
      409,
      '/problems/agreement/ended',
    ]);
  });

  it('leaves the former to run out where that is said, and shows the overlap', async () => {
    await sharing.inForce('dunmere', 'PK-OVER-1', {}, { expires_at: '2026-12-31T00:00:00Z' });
    const enter = await successor('PK-OVER-2', { agreement: 'PK-OVER-1', former: 'runs_out' }, 'dunmere', {});
    await expected(201, sharing.world.as('dunmere-liaison').post(enter).send({}));
    const former = await read('dunmere-liaison', 'PK-OVER-1');
    expect(former.state).toMatchObject({ in_force: true, superseded: false });
    expect(former.superseded_by[0]!.transition).toMatchObject({
      kind: 'overlap',
      until: '2026-12-31T00:00:00.000Z',
    });
  });

  it('that is over before it enters ends nothing', async () => {
    await sharing.inForce('cncert', 'PK-VOID-1');
    const enter = await successor('PK-VOID-2', { agreement: 'PK-VOID-1' }, 'cncert', {});
    const day = (days: number) =>
      new Date(sharing.world.clock.now().getTime() + days * 86_400_000).toISOString();
    await expected(
      201,
      sharing.world
        .as('cncert-liaison')
        .post(enter)
        .send({ effective_at: day(10) }),
    );
    expect((await read('cncert-liaison', 'PK-VOID-1')).state.in_force_until).not.toBeNull();
    sharing.world.clock.advance(1000);
    await sharing.end('PK-VOID-2');
    const former = await read('cncert-liaison', 'PK-VOID-1');
    expect([former.state.in_force_until, former.superseded_by[0]!.transition]).toEqual([null, null]);
    sharing.world.clock.set(day(11));
    expect((await read('cncert-liaison', 'PK-VOID-1')).state.in_force).toBe(true);
  });
});
