import type { GivenConsents } from './bounded-world';
import { around, BoundedWorld, given, granted, HOUR, NOON, ONE } from './bounded-world';

const CLEAR = { tlp: 'CLEAR', public: true } as const;
const PRESS_ORDER = {
  ...{ clause: '§ 5', direction: 'sending', informationTypes: ['threat_report'], leastTlp: null, countries: [] },
  public: true,
} as const;

describe('what everybody is served, and what a person is by name, to the millisecond', () => {
  let bounded: BoundedWorld;
  let pkcert: string;
  let cncert: string;
  let dunmere: string;
  beforeAll(async () => {
    bounded = await BoundedWorld.start();
    ({ pkcert, cncert, dunmere } = bounded.world.organizations);
  });
  afterAll(() => bounded.close());

  const inTurn: BoundedWorld['ask']['inTurn'] = (...asked) => bounded.ask.inTurn(...asked);
  const consents = (scope: 'public' | 'partners'): GivenConsents => [
    { scope, team: null, from: NOON - 2 * HOUR, until: ONE },
  ];

  it('what is released to the public is everybody’s from that instant', async () => {
    await bounded.give([], [given(pkcert, { ...CLEAR, released: NOON })]);
    const team = { team: dunmere };
    expect(await inTurn(team, around(NOON), (one) => one.versions())).toEqual([0, 1]);
    expect(await inTurn(team, around(NOON), (one) => one.feed())).toEqual([[], ['added']]);
    expect(await inTurn(team, around(NOON), (one) => one.behindIds())).toEqual([0, 1]);
  });

  it('what is public under an embargo is everybody’s from its end', async () => {
    await bounded.give([], [given(pkcert, { ...CLEAR, embargo: NOON })]);
    const team = { team: dunmere };
    expect(await inTurn(team, around(NOON), (one) => one.versions())).toEqual([0, 1]);
    expect(await inTurn(team, around(NOON), (one) => one.feed())).toEqual([[], ['added']]);
    expect(await inTurn(team, around(NOON), (one) => one.behindIds())).toEqual([0, 1]);
  });

  it('what the source lets be public is everybody’s until that consent ends', async () => {
    await bounded.give(
      [],
      [given(pkcert, { ...CLEAR, thirdParty: true }, { consents: consents('public') })],
    );
    const team = { team: dunmere };
    expect(await inTurn(team, around(ONE), (one) => one.versions())).toEqual([1, 0]);
    expect(await inTurn(team, around(ONE), (one) => one.behindIds())).toEqual([1, 0]);
    expect(await bounded.ask.atFirst(team, around(ONE), (one) => one.held())).toEqual([1, 0]);
  });

  it('what the law bars from the public is nobody’s to read', async () => {
    const law = { organization: pkcert, law: 'Press Order', at: NOON - 2 * HOUR };
    for (const [type, read] of [
      ['threat_report', 0],
      ['indicators', 1],
    ] as const) {
      const restrictions = [{ ...PRESS_ORDER, informationTypes: [type] }];
      await bounded.give([], [given(pkcert, CLEAR)], { overlays: [{ ...law, restrictions }] });
      expect(await inTurn({ team: dunmere }, [NOON], (one) => one.versions())).toEqual([read]);
      expect(await inTurn({ team: dunmere }, [NOON], (one) => one.feed())).toEqual([read ? ['added'] : []]);
    }
  });

  it('consent that partners have is none that opens rows to others, and ends for them as well', async () => {
    await bounded.give(
      [granted(pkcert, cncert)],
      [given(pkcert, { thirdParty: true }, { consents: consents('partners') })],
    );
    expect(await inTurn({ team: cncert }, around(ONE), (one) => one.versions())).toEqual([1, 0]);
    expect(await inTurn({ team: dunmere }, around(ONE), (one) => one.versions())).toEqual([0, 0]);
  });

  describe('RED to a duty officer who is verified from noon until one', () => {
    const red = { tlp: 'RED', released: NOON - HOUR } as const;
    const hers = async (version: object, withdrawn: number | null = null) => {
      const { people } = bounded.world;
      const officer = { person: people['cncert-duty-officer'], of: cncert };
      await bounded.give(
        [granted(pkcert, cncert, {}, { types: [['threat_report', 'RED']] })],
        [given(pkcert, { ...red, named: [officer], ...version })],
        {
          verifications: [
            { ...officer, by: pkcert, verified: NOON, until: ONE, ended: null },
            { person: people['cncert-liaison'], of: cncert, by: pkcert, verified: NOON, until: ONE, ended: null },
          ],
        },
      );
      if (withdrawn !== null)
        await bounded.world.owner.query('UPDATE release SET superseded_at = $1', [new Date(withdrawn)]);
      return { team: cncert, person: officer.person };
    };

    it('is hers to read for as long', async () => {
      const her = await hers({});
      expect(await inTurn(her, around(NOON, ONE), (one) => one.versions())).toEqual([0, 1, 1, 0]);
      expect(await inTurn(her, around(NOON, ONE), (one) => one.named())).toEqual([0, 1, 1, 0]);
    });

    it('is nobody else’s of her team, verified or not, nor that there is something; and in no feed', async () => {
      expect(await inTurn(await hers({}), [NOON], (one) => one.held())).toEqual([0]);
      const { people } = bounded.world;
      for (const person of [people['cncert-liaison'], people['cncert-analyst'], '']) {
        const other = { team: cncert, person };
        expect(await inTurn(other, [NOON], (one) => one.versions())).toEqual([0]);
        expect(await inTurn(other, [NOON], (one) => one.entitlements())).toEqual([0]);
      }
    });

    it('is hers from its release on until it is withdrawn', async () => {
      const [released, withdrawn] = [NOON + HOUR / 4, NOON + HOUR / 2];
      const her = await hers({ released }, withdrawn);
      const moments = around(released, withdrawn);
      expect(await inTurn(her, moments, (one) => one.versions())).toEqual([0, 1, 1, 0]);
      expect(await inTurn(her, moments, (one) => one.named())).toEqual([0, 1, 1, 0]);
    });

    it('is hers from the end of its embargo on, and what entitles her not before', async () => {
      const embargo = NOON + HOUR / 2;
      const her = await hers({ embargo });
      expect(await inTurn(her, around(embargo), (one) => one.entitlements())).toEqual([0, 1]);
      expect(await inTurn(her, around(embargo), (one) => one.named())).toEqual([0, 1]);
    });
  });
});
