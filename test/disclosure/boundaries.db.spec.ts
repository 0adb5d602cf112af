import { startWorld, type World } from '../cast';
import { before, time } from '../cases/given-rows';
import { emptyWorld } from '../cases/empty-world';
import type { GivenItem, GivenWorld } from '../cases/given-world';
import { Witnesses } from './witnesses';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-06-01T12:00:00Z');

describe('boundaries that no case speaks of', () => {
  let world: World;
  let witnesses: Witnesses;
  beforeAll(async () => {
    world = await startWorld();
    witnesses = new Witnesses(world);
  });
  beforeEach(() => emptyWorld(world.owner));
  afterAll(() => world.close());

  const given = (owner: string, change: Partial<GivenItem>): GivenItem => ({
    owner,
    versions: [
      {
        ...{ tlp: 'GREEN', type: 'threat_report', categories: ['fraud/phishing'], sectors: ['banking'] },
        ...{ audience: 'any', exclude: [], embargo: null, released: NOON, public: false },
      },
    ],
    withdrawn: null,
    ...change,
  });
  const granted = (from: string, to: string): GivenWorld['agreements'][0] => ({
    parties: [from, to],
    authority: null,
    terms: [
      {
        ...{ approved: null, signed: [NOON - HOUR, NOON - HOUR], entered: NOON - HOUR, expires: null },
        grants: [
          {
            ...{ from, to, types: [['threat_report', 'GREEN']], categories: 'any', sectors: 'any' },
            reachBack: 'none',
          },
        ],
      },
    ],
    ended: null,
    suspended: [],
  });

  it('its owner sees an item from the instant at which it is made', async () => {
    const { pkcert } = world.organizations;
    const [item] = await witnesses.given.world({ agreements: [], items: [given(pkcert, {})], stops: [] });
    const made = before.getTime();
    const seen = async (at: number) =>
      (await witnesses.visible(pkcert, at)).map((line) => line.split(' ')[0]);
    expect(await seen(made)).toEqual([item]);
    expect(await seen(made - 1)).toEqual([]);
  });

  it('once the source no longer consents that it is public, its parts are what the grant makes of them', async () => {
    const { pkcert, cncert } = world.organizations;
    const consent = { team: null, from: NOON - HOUR };
    const [version] = given(pkcert, {}).versions;
    await witnesses.given.world({
      agreements: [granted(pkcert, cncert)],
      items: [
        given(pkcert, {
          versions: [
            {
              ...version!,
              ...{ tlp: 'CLEAR', public: true, thirdParty: true, parts: [{ tags: ['source_identity'] }] },
            },
          ],
          consents: [
            { ...consent, scope: 'public', until: NOON + HOUR },
            { ...consent, scope: 'partners', until: NOON + 2 * HOUR },
          ],
        }),
      ],
      stops: [],
    });
    const seen = async (at: number) => {
      const lines = await witnesses.visible(cncert, at);
      expect(lines).toEqual(await witnesses.decided(cncert, at));
      return lines.map((line) => [line.split(' ')[2], line.split(' ')[4]]);
    };
    expect(await seen(NOON + HOUR - 1)).toEqual([['public', '1:drop']]);
    expect(await seen(NOON + HOUR)).toEqual([['grant', '1:issuer']]);
    expect(await seen(NOON + 2 * HOUR)).toEqual([]);
  });

  it('what a former parent passed on reaches nobody by what the parent of now has', async () => {
    const { cncert, pkcert, corvia, banking } = world.organizations;
    const passed = { by: pkcert, to: banking, from: NOON, until: NOON + HOUR };
    const [item] = await witnesses.given.world({
      agreements: [granted(cncert, pkcert)],
      items: [given(cncert, { passedOn: [passed] })],
      stops: [],
    });
    const moved = (parent: string) =>
      world.owner.query('UPDATE organization SET parent_id = $2 WHERE id = $1', [banking, parent]);
    await moved(corvia);
    await world.owner.query(
      `INSERT INTO passing_on (id, item_id, parent_id, constituent_id, at, recorded_by)
       SELECT gen_random_uuid(), $1, $2, $3, $4, (SELECT id FROM account WHERE organization_id = $2 LIMIT 1)`,
      [item, corvia, banking, time(NOON)],
    );
    await moved(pkcert);
    const seen = async (at: number) => {
      const lines = await witnesses.visible(banking, at);
      expect(lines).toEqual(await witnesses.decided(banking, at));
      return lines.length;
    };
    expect([await seen(NOON), await seen(NOON + HOUR)]).toEqual([1, 0]);
  });
});
