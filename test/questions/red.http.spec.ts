import { addedToHouseLog, type PersonKey } from '../cast';
import { NAMED, Naming } from '../disclosure/named-world';
import { expected } from '../disclosure/sharing-world';
import { DECISIONS, Desk } from './asking';

const ZHAO = 'cncert-duty-officer';
const CHEN = 'cncert-auditor';

describe('questions about RED', () => {
  let naming: Naming;
  let desk: Desk;
  beforeEach(async () => {
    naming = await Naming.start();
    desk = new Desk(naming.world);
  });
  afterEach(() => naming.world.close());
  const ask = (question: string, query: object) =>
    expected(200, naming.world.as('pkcert-auditor').get(`${DECISIONS}/${question}`).query(query)) as Promise<{
      released: boolean;
      says: string;
      person: string | null;
      bases: {
        verdicts: { rule: string; verdict: string; says: string; compared: Record<string, unknown> }[];
      }[];
      recorded: { projection: string; basis: string } | null;
      differences: object[];
    }>;
  const red = ({ bases }: { bases: { verdicts: { rule: string }[] }[] }) =>
    bases.at(-1)!.verdicts.find(({ rule }) => rule === 'D-16');

  it('explains why a named person of a team gets it, and why another does not, nor the team as such', async () => {
    const { account } = { account: (person: PersonKey) => naming.account(person) };
    await naming.verify(ZHAO);
    const item = await naming.share('Of three', ZHAO);
    const hers = await ask('explain', { item, team: 'cncert', person: account(ZHAO) });
    expect(hers).toMatchObject({
      released: true,
      person: account(ZHAO),
      says: 'Zhao Wen (invented) of cncert may see version 1 of this advisory under PK-CN-RED, terms 1, Art. 1.',
    });
    expect(red(hers)).toMatchObject({
      verdict: 'passes',
      compared: { person: account(ZHAO), named: [account(ZHAO)] },
    });
    const others = await ask('explain', { item, team: 'cncert', person: account(CHEN) });
    expect([others.released, red(others)]).toMatchObject([
      false,
      { verdict: 'forbids', says: 'the person is not named as a duty officer of the reader' },
    ]);
    const team = await desk.explain(item, 'cncert');
    expect([team.released, team.person, red(team)]).toMatchObject([
      false,
      null,
      { verdict: 'forbids', says: 'RED goes to named persons only, and none of them asks' },
    ]);
  });

  it('writes down of whom it was asked, and takes nobody whom the organization has no reason to know', async () => {
    const item = await naming.share('Asked', ZHAO);
    const person = naming.account(ZHAO);
    const [entry] = await addedToHouseLog(naming.world, 'pkcert', () =>
      ask('explain', { item, team: 'cncert', person }),
    );
    expect(entry).toMatchObject({
      kind: 'decision-asked',
      shared: { question: 'explain', asked_of: person },
    });
    for (const [team, who] of [
      ['cncert', naming.account('cncert-liaison')],
      ['corvia', naming.account('corvia-liaison')],
      ['corvia', person],
      ['cncert', '0b9e4c1a-0000-4000-8000-000000000000'],
    ])
      expect((await desk.ask('explain', { item, team, person: who })).status).toBe(404);
    expect((await desk.ask('explain', { item, team: 'cncert', person: 'Zhao' })).status).toBe(422);
  });

  it('replays what held of her at an instant, and finds what was recorded when it became known to her', async () => {
    const { clock } = naming.world;
    const item = await naming.share('Replayed', ZHAO);
    clock.advance(1000);
    const before = clock.now().toISOString();
    clock.advance(1000);
    const verification = await naming.verify(ZHAO);
    await naming.named(naming.world.as(ZHAO));
    const during = clock.now().toISOString();
    clock.advance(1000);
    await naming.revoke(verification);
    clock.advance(1000);
    const query = { item, team: 'cncert', person: naming.account(ZHAO) };
    const at = async (instant: string) => ask('replay', { ...query, at: instant });
    expect(await at(before)).toMatchObject({ released: false, recorded: null });
    const then = await at(during);
    expect(then).toMatchObject({
      released: true,
      recorded: { projection: 'summary', basis: 'grant' },
      differences: [],
    });
    // That she would be revoked was not known then.
    expect(JSON.stringify(red(then))).toContain('"endedAt":null');
    expect(await at(clock.now().toISOString())).toMatchObject({ released: false });
    const team = await desk.replay(item, 'cncert', during);
    expect([team.released, team.recorded]).toEqual([false, null]);
  });

  it('previews which of those named would get it, and lets a release find the same', async () => {
    await naming.verify(ZHAO);
    const item = await naming.sharing.draft('To come', naming.red(ZHAO, CHEN));
    const { items, counts } = await desk.preview(item);
    expect(counts).toMatchObject({ teams: 1, released: 1 });
    const byName = [...items[0]!.named].sort((one, other) => Number(other.released) - Number(one.released));
    expect([items[0]!.team, items[0]!.released, byName]).toMatchObject([
      'cncert',
      true,
      [
        { id: naming.account(ZHAO), name: 'Zhao Wen (invented)', released: true, near_miss: null },
        {
          id: naming.account(CHEN),
          released: false,
          near_miss: {
            forbidding: [
              { rule: 'D-16', says: 'the owner does not hold the named person verified at this instant' },
            ],
          },
        },
      ],
    ]);
    await expected(201, naming.sharing.release(item));
    expect([await naming.titles(ZHAO), await naming.titles(CHEN)]).toEqual([['To come'], []]);
    expect((await naming.world.as('cncert-liaison').get(NAMED)).status).toBe(403);
  });
});
