import type { OverlayRestriction } from '../../src/disclosure/rules/overlay';
import type { GivenGrant, GivenItem, GivenVersion, Moment } from '../cases/given-world';
import { around, BoundedWorld, given, granted, HOUR, NOON, ONE } from './bounded-world';

const CLEAR = { tlp: 'CLEAR', public: true } as const;
const PRESS_ORDER: OverlayRestriction = {
  ...{
    clause: '§ 5',
    direction: 'sending',
    informationTypes: ['threat_report'],
    leastTlp: null,
    countries: [],
  },
  public: true,
};

const HALF = NOON + HOUR / 2;

interface Hers extends Pick<GivenGrant, 'need'>, Pick<GivenItem, 'requested'> {
  withdrawn?: Moment | null;
  ended?: Moment | null;
  expires?: Moment | null;
  beside?: GivenItem[];
}

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
  const consents = (scope: 'public' | 'partners'): GivenItem['consents'] => [
    { scope, team: null, from: NOON, until: ONE },
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

  it('what the source lets be public is everybody’s from when that consent counts until it ends', async () => {
    await bounded.give([], [given(pkcert, { ...CLEAR, thirdParty: true }, { consents: consents('public') })]);
    const team = { team: dunmere };
    expect(await inTurn(team, around(NOON, ONE), (one) => one.versions())).toEqual([0, 1, 1, 0]);
    expect(await inTurn(team, around(NOON, ONE), (one) => one.behindIds())).toEqual([0, 1, 1, 0]);
    expect(await bounded.ask.atFirst(team, around(NOON, ONE), (one) => one.held())).toEqual([0, 1, 1, 0]);
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

  it('consent that partners have is none that opens rows to others, and is theirs for as long', async () => {
    await bounded.give(
      [granted(pkcert, cncert)],
      [given(pkcert, { thirdParty: true }, { consents: consents('partners') })],
    );
    expect(await inTurn({ team: cncert }, around(NOON, ONE), (one) => one.versions())).toEqual([0, 1, 1, 0]);
    expect(await inTurn({ team: dunmere }, around(NOON, ONE), (one) => one.versions())).toEqual([0, 0, 0, 0]);
  });

  describe('RED to a duty officer who is verified from noon until one', () => {
    const hers = async (
      version: Partial<GivenVersion>,
      { withdrawn = null, ended = null, expires = null, requested, need = 'push', beside = [] }: Hers = {},
    ) => {
      const { people } = bounded.world;
      const of = { of: cncert, by: pkcert, verified: NOON, until: ONE };
      const [person, other] = [people['cncert-duty-officer'], people['cncert-liaison']];
      await bounded.give(
        [granted(pkcert, cncert, { expires }, { types: [['threat_report', 'RED']], need })],
        [
          given(pkcert, { tlp: 'RED', named: [{ person, of: cncert }], ...version }, { requested }),
          ...beside,
        ],
        {
          verifications: [
            { ...of, person, ended },
            { ...of, person: other, ended: null },
          ],
        },
      );
      if (withdrawn !== null)
        await bounded.world.owner.query('UPDATE release SET superseded_at = $1', [new Date(withdrawn)]);
      return { team: cncert, person };
    };

    it('is hers to read for as long', async () => {
      const her = await hers({});
      expect(await inTurn(her, around(NOON, ONE), (one) => one.versions())).toEqual([0, 1, 1, 0]);
      expect(await inTurn(her, around(NOON, ONE), (one) => one.named())).toEqual([0, 1, 1, 0]);
    });

    it('is nobody else’s of her team, verified or not, nor that there is something', async () => {
      await hers({});
      const { people } = bounded.world;
      for (const person of [people['cncert-liaison'], people['cncert-auditor'], '']) {
        const other = { team: cncert, person };
        expect(await inTurn(other, [NOON], (one) => one.versions())).toEqual([0]);
        expect(await inTurn(other, [NOON], (one) => one.entitlements())).toEqual([0]);
      }
    });

    it('enters no feed, nor is it due to, where something enters that is beside it', async () => {
      const her = await hers({}, { beside: [given(pkcert)] });
      expect(await inTurn(her, [NOON], (one) => one.feed())).toEqual([['added']]);
    });

    it('is hers from its release on until it is withdrawn', async () => {
      const [released, withdrawn] = [NOON + HOUR / 4, HALF];
      const her = await hers({ released }, { withdrawn });
      const moments = around(released, withdrawn);
      expect(await inTurn(her, moments, (one) => one.versions())).toEqual([0, 1, 1, 0]);
      expect(await inTurn(her, moments, (one) => one.named())).toEqual([0, 1, 1, 0]);
    });

    it.each([
      ['her verification is revoked', { ended: HALF }],
      ['the terms end', { expires: HALF }],
    ])('is hers no more from the instant at which %s', async (_what, until) => {
      const her = await hers({}, until);
      expect(await inTurn(her, around(HALF), (one) => one.versions())).toEqual([1, 0]);
      expect(await inTurn(her, around(HALF), (one) => one.named())).toEqual([1, 0]);
    });

    it('is hers while a request is open that it answers, where terms want one', async () => {
      const until = NOON + (3 * HOUR) / 4;
      const her = await hers({}, { need: 'on_request', requested: [{ by: cncert, from: HALF, until }] });
      expect(await inTurn(her, around(HALF, until), (one) => one.versions())).toEqual([0, 1, 1, 0]);
      expect(await inTurn(her, around(HALF, until), (one) => one.named())).toEqual([0, 1, 1, 0]);
    });

    it('is hers from the end of its embargo on, and what entitles her not before', async () => {
      const her = await hers({ embargo: HALF });
      expect(await inTurn(her, around(HALF), (one) => one.entitlements())).toEqual([0, 1]);
      expect(await inTurn(her, around(HALF), (one) => one.named())).toEqual([0, 1]);
    });
  });
});
