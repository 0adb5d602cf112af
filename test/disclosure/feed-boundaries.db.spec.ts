import { insertRow, time } from '../cases/given-rows';
import type { GivenGrant } from '../cases/given-world';
import { around, BoundedWorld, given, granted, HOUR, NOON, ONE } from './bounded-world';

describe('what a feed tells of, and what it looks at, to the millisecond', () => {
  let bounded: BoundedWorld;
  let pkcert: string;
  let cncert: string;
  beforeAll(async () => {
    bounded = await BoundedWorld.start();
    ({ pkcert, cncert } = bounded.world.organizations);
  });
  afterAll(() => bounded.close());

  const inTurn: BoundedWorld['ask']['inTurn'] = (...asked) => bounded.ask.inTurn(...asked);
  /** Has a feed look at what its lanes have become. */
  const announced = (notice: string, at: number) =>
    insertRow(bounded.world.owner, 'feed_notice', {
      ...{ team_id: cncert, counterpart_id: pkcert, notice, not_before: time(at) },
    });
  /** Has a feed look at an item. */
  const looked = (item_id: string | undefined, at: number) =>
    insertRow(bounded.world.owner, 'feed_review', { team_id: cncert, item_id, not_before: time(at) });

  it('the end of an agreement is told at its instant', async () => {
    await bounded.give([granted(pkcert, cncert, { expires: NOON })], []);
    await announced('agreement-ended', NOON);
    expect(await inTurn({ team: cncert }, around(NOON), (one) => one.feed())).toEqual([
      [],
      ['agreement-ended'],
    ]);
  });

  it('that terms begin under a stop is told at the instant at which they do', async () => {
    const stops = [{ from: pkcert, to: cncert, at: NOON - HOUR, until: null }];
    await bounded.give([granted(pkcert, cncert, { entered: NOON })], [], { stops });
    await announced('sharing-paused', NOON);
    expect(await inTurn({ team: cncert }, around(NOON), (one) => one.feed())).toEqual([
      [],
      ['sharing-paused'],
    ]);
  });

  it('a pause is told at its instant, and that sharing goes on at its end', async () => {
    const suspended = [{ from: NOON, until: ONE, direction: null }];
    await bounded.give([{ ...granted(pkcert, cncert), suspended }], []);
    await announced('sharing-paused', NOON);
    await announced('sharing-resumed', ONE);
    expect(await inTurn({ team: cncert }, around(NOON, ONE), (one) => one.feed())).toEqual([
      [],
      ['sharing-paused'],
      ['sharing-paused'],
      ['sharing-paused', 'sharing-resumed'],
    ]);
  });

  it('what some types are suspended for is told at its instant, and hidden till its end; all else stays and comes in', async () => {
    const suspended = [{ from: NOON, until: ONE, direction: null, types: ['indicator'] }];
    const both: Partial<GivenGrant> = {
      types: [
        ['threat_report', 'GREEN'],
        ['indicator', 'GREEN'],
      ],
    };
    await bounded.give(
      [{ ...granted(pkcert, cncert, {}, both), suspended }],
      [
        given(pkcert),
        given(pkcert, { type: 'indicator' }),
        given(pkcert, { parts: [{ type: 'indicator' }] }),
        given(pkcert, { embargo: NOON }),
        given(pkcert, { embargo: NOON, type: 'indicator' }),
      ],
    );
    await announced('sharing-paused', NOON);
    await announced('sharing-resumed', ONE);
    const [before, during, last, after] = await inTurn({ team: cncert }, around(NOON, ONE), async (one) => ({
      fed: await one.feed(),
      behind: await one.behindIds(),
      rows: await one.versions(),
    }));
    expect(before).toEqual({ fed: ['added', 'added', 'added'], behind: 3, rows: 3 });
    // Of what was fed before only the threat report is shown, the notice, and what came in of that type.
    expect(during).toEqual({ fed: ['added', 'sharing-paused indicator', 'added'], behind: 2, rows: 2 });
    expect(last).toEqual(during);
    expect(after).toEqual({
      fed: ['added', 'added', 'added', 'sharing-paused indicator', 'added', 'sharing-resumed', 'added'],
      ...{ behind: 5, rows: 5 },
    });
  });

  it('the end of an agreement takes nothing back by itself, whatever is looked at at that instant', async () => {
    const [item] = await bounded.give([granted(pkcert, cncert, { expires: NOON })], [given(pkcert)]);
    await looked(item, NOON);
    expect(await inTurn({ team: cncert }, around(NOON), (one) => one.held())).toEqual([1, 1]);
  });

  it('what narrows is looked at at the instant that was named, and taken back', async () => {
    const [item] = await bounded.give([granted(pkcert, cncert)], [given(pkcert)]);
    await looked(item, NOON);
    const { owner } = bounded.world;
    expect(await inTurn({ team: cncert }, [NOON - 1], (one) => one.held())).toEqual([1]);
    await owner.query('UPDATE entitlement SET retired = true');
    await owner.query('UPDATE release SET superseded_at = $1', [time(NOON)]);
    expect(await inTurn({ team: cncert }, [NOON], (one) => one.held())).toEqual([0]);
  });

  it('of what another agreement admits as well, the feed goes on telling where one ends', async () => {
    await bounded.give(
      [
        granted(pkcert, cncert, { expires: NOON }, { priority: 1 }),
        granted(pkcert, cncert, {}, { priority: 2 }),
      ],
      [given(pkcert)],
    );
    const team = { team: cncert };
    expect(await inTurn(team, around(NOON), (one) => one.feed())).toEqual([['added'], ['added']]);
    expect(await inTurn(team, around(NOON), (one) => one.versions())).toEqual([1, 1]);
  });

  it('the same is not told again where it is looked at at the instant of the end', async () => {
    const [item] = await bounded.give(
      [
        granted(pkcert, cncert, { expires: NOON }, { priority: 1 }),
        granted(pkcert, cncert, {}, { priority: 2 }),
      ],
      [given(pkcert)],
    );
    await looked(item, NOON);
    const entries = await inTurn({ team: cncert }, around(NOON), async (one) => {
      await one.feed();
      return one.count('feed_entry WHERE team_id = $1', [one.team]);
    });
    expect(entries).toEqual([1, 1]);
  });

  it('what new terms admit no more leaves their lane for one that admits it at their instant', async () => {
    const [former] = granted(pkcert, cncert).terms;
    const [narrower] = granted(pkcert, cncert, { entered: NOON }, { sectors: ['energy'], priority: 1 }).terms;
    const amended = { ...granted(pkcert, cncert), terms: [former!, narrower!] };
    const [item] = await bounded.give(
      [amended, granted(pkcert, cncert, {}, { priority: 2 })],
      [given(pkcert)],
    );
    await looked(item, NOON);
    const lanes = await inTurn({ team: cncert }, around(NOON), async (one) => {
      await one.feed();
      return one.count('feed_entry WHERE team_id = $1 AND kind <> $2', [one.team, 'notice']);
    });
    expect(lanes).toEqual([1, 2]);
  });

  it('what one agreement hides, another shows from the end of its own pause on and up to the next', async () => {
    const paused = (from: number, until: number | null) => [{ from, until, direction: null }];
    const shown = async (own: number, other: { from: number; until: number | null }) => {
      await bounded.give(
        [
          { ...granted(pkcert, cncert, {}, { priority: 1 }), suspended: paused(own, null) },
          { ...granted(pkcert, cncert, {}, { priority: 2 }), suspended: paused(other.from, other.until) },
        ],
        [given(pkcert)],
      );
      // Both are open when it comes in, so that it is in the feed once.
      const moments = [NOON - HOUR / 2 - 1, ...around(NOON)];
      const told = await inTurn({ team: cncert }, moments, (one) => one.feed());
      return told.map((lines) => lines.filter((line) => line === 'added').length);
    };
    expect(await shown(NOON - HOUR / 2, { from: NOON - HOUR / 2, until: NOON })).toEqual([1, 0, 1]);
    expect(await shown(NOON - HOUR / 2, { from: NOON, until: null })).toEqual([1, 1, 0]);
  });

  it('a constituent gets of the parts what its parent’s own agreements let through, not what its parent is passed', async () => {
    const { banking, energy } = bounded.world.organizations;
    const { owner } = bounded.world;
    const below = (parent: string) =>
      owner.query('UPDATE organization SET parent_id = $2 WHERE id = $1', [energy, parent]);
    await below(banking);
    try {
      const passed = { from: NOON - HOUR, until: null };
      const [item] = await bounded.give(
        [
          granted(cncert, pkcert, {}, { victimIdentity: 'omit' }),
          granted(cncert, banking, {}, { victimIdentity: 'full' }),
        ],
        [
          given(
            cncert,
            { parts: [{ tags: ['victim_identity'] }] },
            {
              passedOn: [
                { by: pkcert, to: banking, ...passed },
                { by: banking, to: energy, ...passed },
              ],
            },
          ),
        ],
      );
      const seen = async (reader: string) => {
        const lines = await bounded.witnesses.visible(reader, NOON);
        expect(lines).toEqual(await bounded.witnesses.decided(reader, NOON));
        return lines.map((line) => [line.split(' ')[0], line.split(' ')[4]]);
      };
      expect(await seen(banking)).toEqual([[item, '1:drop']]);
      expect(await seen(energy)).toEqual([[item, '']]);
    } finally {
      await below(pkcert);
    }
  });
});
