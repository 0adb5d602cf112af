import { around, BoundedWorld, given, granted, HOUR, NOON, ONE } from './bounded-world';

const UNTIL_ONE = around(NOON, ONE);

describe('what a team is served under an agreement, to the millisecond', () => {
  let bounded: BoundedWorld;
  let pkcert: string;
  let cncert: string;
  beforeAll(async () => {
    bounded = await BoundedWorld.start();
    ({ pkcert, cncert } = bounded.world.organizations);
  });
  afterAll(() => bounded.close());

  const inTurn: BoundedWorld['ask']['inTurn'] = (...asked) => bounded.ask.inTurn(...asked);
  const atFirst: BoundedWorld['ask']['atFirst'] = (...asked) => bounded.ask.atFirst(...asked);

  describe('terms that are in force from noon until one', () => {
    beforeAll(() =>
      bounded.give(
        [granted(pkcert, cncert, { entered: NOON, expires: ONE })],
        [given(pkcert, { parts: [{}] })],
      ),
    );

    it('let rows be read from their instant on, and no more at their end', async () => {
      const team = { team: cncert };
      expect(await inTurn(team, UNTIL_ONE, (one) => one.versions())).toEqual([0, 1, 1, 0]);
    });

    it('let the feed tell from their instant on, and hide at their end', async () => {
      const team = { team: cncert };
      expect(await inTurn(team, UNTIL_ONE, (one) => one.feed())).toEqual([[], ['added'], ['added'], []]);
      expect(await inTurn(team, UNTIL_ONE, (one) => one.behindIds())).toEqual([0, 1, 1, 0]);
    });

    it('bring nothing into a feed before, nor at their end; what is there stays there, hidden', async () => {
      const team = { team: cncert };
      expect(await atFirst(team, UNTIL_ONE, (one) => one.held())).toEqual([0, 1, 1, 0]);
      expect(await inTurn(team, UNTIL_ONE, (one) => one.held())).toEqual([0, 1, 1, 1]);
    });

    it('are named to who may ask under them for as long, and to who may prepare to until they end', async () => {
      const of = (name: string) =>
        inTurn({ team: cncert }, UNTIL_ONE, (one) =>
          one.count(`app.${name}($1, $2, $3)`, [pkcert, cncert, one.moment]),
        );
      expect(await of('agreements_granting_at')).toEqual([0, 1, 1, 0]);
      expect(await of('granting_agreements')).toEqual([1, 1, 1, 0]);
    });
  });

  it('a suspension hides rows and feed from its instant until its end, and brings nothing in', async () => {
    const suspended = [{ from: NOON, until: ONE, direction: null }];
    await bounded.give([{ ...granted(pkcert, cncert), suspended }], [given(pkcert)]);
    const team = { team: cncert };
    expect(await inTurn(team, UNTIL_ONE, (one) => one.versions())).toEqual([1, 0, 0, 1]);
    expect(await inTurn(team, UNTIL_ONE, (one) => one.feed())).toEqual([['added'], [], [], ['added']]);
    expect(await inTurn(team, UNTIL_ONE, (one) => one.behindIds())).toEqual([1, 0, 0, 1]);
    expect(await atFirst(team, UNTIL_ONE, (one) => one.held())).toEqual([1, 0, 0, 1]);
  });

  it('an embargo lets rows, entitlement and feed go at its end', async () => {
    await bounded.give([granted(pkcert, cncert)], [given(pkcert, { embargo: NOON }), given(pkcert)]);
    const [team, moments] = [{ team: cncert }, around(NOON)];
    expect(await inTurn(team, moments, (one) => one.versions())).toEqual([1, 2]);
    expect(await inTurn(team, moments, (one) => one.entitlements())).toEqual([1, 2]);
    expect(await inTurn(team, moments, (one) => one.feed())).toEqual([['added'], ['added', 'added']]);
  });

  it('an answered request lets rows, entitlement and feed go until it closes', async () => {
    const requested = [{ by: cncert, from: NOON, until: ONE }];
    await bounded.give(
      [granted(pkcert, cncert, {}, { need: 'on_request' })],
      [given(pkcert, {}, { requested })],
    );
    const team = { team: cncert };
    expect(await inTurn(team, UNTIL_ONE, (one) => one.versions())).toEqual([0, 1, 1, 0]);
    expect(await inTurn(team, UNTIL_ONE, (one) => one.entitlements())).toEqual([0, 1, 1, 0]);
    expect(await inTurn(team, UNTIL_ONE, (one) => one.feed())).toEqual([[], ['added'], ['added'], []]);
    expect(await inTurn(team, UNTIL_ONE, (one) => one.behindIds())).toEqual([0, 1, 1, 0]);
    expect(await atFirst(team, UNTIL_ONE, (one) => one.held())).toEqual([0, 1, 1, 0]);
  });

  it('what is asked for under an embargo goes at its end, and is not due before', async () => {
    const requested = [{ by: cncert, from: NOON - HOUR, until: ONE }];
    await bounded.give(
      [granted(pkcert, cncert, {}, { need: 'on_request' })],
      [given(pkcert, { embargo: NOON }, { requested }), given(pkcert, {}, { requested })],
    );
    const team = { team: cncert };
    expect(await inTurn(team, around(NOON), (one) => one.feed())).toEqual([['added'], ['added', 'added']]);
    expect(await atFirst(team, around(NOON), (one) => one.held())).toEqual([1, 2]);
  });

  it('a next version takes the place of the one before at its release', async () => {
    const [first] = given(pkcert).versions;
    const versions = [first!, { ...first!, released: NOON }];
    await bounded.give([granted(pkcert, cncert)], [given(pkcert, {}, { versions })]);
    const numbers = await inTurn({ team: cncert }, around(NOON), async (one) => {
      const rows = await one.query<{ number: number }>('SELECT number FROM item_version');
      return rows.map(({ number }) => number);
    });
    expect(numbers).toEqual([[1], [2]]);
    expect(await inTurn({ team: cncert }, [NOON], (one) => one.feed())).toEqual([['added']]);
  });

  it('what is withdrawn is behind no id from that instant, though no feed has told of it', async () => {
    await bounded.give([granted(pkcert, cncert)], [given(pkcert, { released: NOON })]);
    await bounded.world.owner.query('UPDATE release SET superseded_at = $1', [new Date(ONE)]);
    const team = { team: cncert };
    expect(await inTurn(team, [NOON, ...around(ONE)], (one) => one.behindIds())).toEqual([1, 1, 0]);
  });

  it('terms that are over at an instant make nothing due at it', async () => {
    const expires = NOON + 2 * HOUR;
    const requested = [{ by: cncert, from: ONE, until: NOON + 3 * HOUR }];
    const [item] = await bounded.give(
      [granted(pkcert, cncert, { expires }, { need: 'on_request' })],
      [given(pkcert, {}, { requested })],
    );
    const due = async (moment: number) => {
      const { owner } = bounded.world;
      await owner.query('DELETE FROM feed_due');
      await owner.query('SELECT app.make_due(NULL, $1, $2)', [item, new Date(moment)]);
      return owner.query<object[]>('SELECT not_before FROM feed_due');
    };
    expect(await due(expires - 1)).toEqual([{ not_before: new Date(ONE) }]);
    expect(await due(expires)).toEqual([]);
  });
});
