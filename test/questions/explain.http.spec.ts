import { RULES_VERSION } from '../../src/disclosure/rules/decide';
import { addedToHouseLog, ORGANIZATION_KEYS, type World } from '../cast';
import { sharedWorld, TITLES, titlesFor } from '../disclosure/shared-world';
import { Desk } from './asking';

describe('explaining a decision', () => {
  let world: World;
  let desk: Desk;
  const items = new Map<string, string>();
  beforeAll(async () => {
    ({ world } = await sharedWorld());
    desk = new Desk(world);
    const rows: { item_id: string; title: string }[] = await world.owner.query(
      'SELECT DISTINCT item_id, title FROM item_version',
    );
    for (const { item_id, title } of rows) items.set(title, item_id);
  });
  afterAll(() => world.close());
  const item = (title: string) => items.get(title)!;

  it.each([...ORGANIZATION_KEYS, 'public'] as const)(
    'says of every item what %s gets of it',
    async (team) => {
      for (const title of TITLES) {
        const { released, bases, cited } = await desk.explain(item(title), team);
        const expected = team === 'pkcert' || titlesFor(team).includes(title);
        expect([title, released, cited !== null]).toEqual([title, expected, expected]);
        expect(bases.some((basis) => basis.released)).toBe(expected);
        for (const { released: open, verdicts } of bases)
          expect(open).toBe(verdicts.length > 0 && verdicts.every(({ verdict }) => verdict !== 'forbids'));
      }
    },
  );

  it('names the agreement, the terms and the clause that release it', async () => {
    const view = await desk.explain(item('AMBER for partners'), 'cncert');
    expect(view).toMatchObject({
      type: 'advisory',
      version: 1,
      team: 'cncert',
      at: world.clock.now().toISOString(),
      rules_version: RULES_VERSION,
      released: true,
      says: 'cncert may see version 1 of this advisory under PK-CN, terms 1, Art. 1.',
      cited: { basis: 'grant', agreement: 'PK-CN', terms_version: 1, clause: 'Art. 1' },
    });
    expect(view.bases.map(({ basis, released }) => [basis, released])).toEqual([
      ['own', false],
      ['public', false],
      ['grant', true],
    ]);
  });

  it('shows what each rule compared with what, organizations by handle and instants as text', async () => {
    const view = await desk.explain(item('AMBER for partners'), 'corvia');
    expect(view.says).toBe(
      'corvia may not see version 1 of this advisory: it does not own it, it is not public now, and the one grant to it is refused by some rule.',
    );
    const { verdicts, says } = view.bases.at(-1)!;
    expect(says).toBe('Refused by D-04 TLP ceiling.');
    const verdict = (rule: string) => verdicts.find((one) => one.rule === rule);
    expect(verdict('D-04')).toEqual({
      rule: 'D-04',
      name: 'TLP ceiling',
      verdict: 'forbids',
      says: 'the marking is above the ceiling',
      compared: { tlp: 'AMBER', ceiling: 'GREEN', clause: 'Art. 1' },
    });
    expect(verdict('D-03')!.compared).toMatchObject({
      at: view.at,
      agreement: 'PK-XC',
      terms_version: 1,
      until: null,
    });
    const audience = (await desk.explain(item('For Corvia alone'), 'cncert')).bases.at(-1)!;
    expect(audience.verdicts.find(({ rule }) => rule === 'D-15')!.compared).toEqual({
      reader: 'cncert',
      partners: false,
      include: ['corvia'],
      exclude: [],
    });
    expect(JSON.stringify([view, audience])).not.toContain(world.organizations.corvia);
  });

  it.each([
    ['For everybody', 'public', 'The public may see version 1 of this advisory as everybody may.'],
    ['For everybody', 'dunmere', 'dunmere may see version 1 of this advisory as everybody may.'],
    ['For partners', 'public', 'The public may not see version 1 of this advisory: it is not public now.'],
    ['The case', 'pkcert', 'pkcert may see version 1 of this incident as its owner.'],
    [
      'The case',
      'itu',
      'itu may not see version 1 of this incident: it does not own it, it is not public now, and no agreement grants it anything.',
    ],
  ])('says in one sentence, of %s to %s, what the answer is', async (title, team, sentence) => {
    expect((await desk.explain(item(title), team)).says).toBe(sentence);
  });

  it('takes a reference of the item, also that of a partner, and capital letters', async () => {
    expect((await world.withKey('cncert').get('/api/v1/feed')).status).toBe(200);
    const rows: { reference: string }[] = await world.owner.query(
      'SELECT reference FROM item_reference WHERE item_id = $1',
      [item('For partners')],
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const named of [...rows.map(({ reference }) => reference), item('For partners').toUpperCase()])
      expect((await desk.explain(named, 'cncert')).item).toBe(item('For partners'));
  });

  it('writes down who asked for which item and team, and nothing else', async () => {
    const added = await addedToHouseLog(world, 'pkcert', () => desk.explain(item('Not released'), 'dunmere'));
    const person = world.people['pkcert-liaison'];
    const asked = { question: 'explain', item: item('Not released'), version: 1, team: 'dunmere' };
    expect(added).toEqual([{ kind: 'decision-asked', shared: { ...asked, person, through: 'rest' } }]);
  });

  it('explains the latest released version, or another on demand', async () => {
    const change = { base: 1, handling: { tlp: 'AMBER' } };
    const path = `/api/v1/advisories/${item('For partners')}/versions`;
    expect((await world.as('pkcert-analyst').post(path).send(change)).status).toBe(201);
    expect((await desk.explain(item('For partners'), 'cncert')).version).toBe(1);
    const draft = await desk.explain(item('For partners'), 'cncert', 2);
    expect([draft.version, draft.released]).toEqual([2, false]);
    const own = await desk.explain(item('For partners'), 'pkcert', 2);
    expect([own.released, own.cited?.basis]).toEqual([true, 'own']);
  });
});
