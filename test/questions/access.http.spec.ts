import { checkCharacter } from '../../src/disclosure/items/rules/item-reference';
import { everyone, expectedRefusal, type World } from '../cast';
import { plain, sharedWorld } from '../disclosure/shared-world';
import { DECISIONS } from './asking';

const ABSENT = '0b9e4c1a-0000-4000-8000-000000000000';
/** A reference that nothing has, with the right character at its end. */
const UNKNOWN = `PK-0000-0000-${checkCharacter('PK00000000')}`;
const ASKERS = ['liaison', 'releaser', 'auditor'] as const;

let world: World;
let own: { released: string; draft: string };
let references: string[];
beforeAll(async () => {
  ({ world } = await sharedWorld());
  // Everybody reads what is shared, so that references of it exist.
  for (const { ask } of everyone) await ask(world).get('/api/v1/feed');
  const rows: { item_id: string; title: string }[] = await world.owner.query(
    'SELECT DISTINCT item_id, title FROM item_version',
  );
  const item = (wanted: string) => rows.find(({ title }) => title === wanted)!.item_id;
  own = { released: item('For partners'), draft: item('Not released') };
  const given: { reference: string }[] = await world.owner.query(
    'SELECT reference FROM item_reference WHERE item_id = $1',
    [own.released],
  );
  references = given.map(({ reference }) => reference);
});
afterAll(() => world.close());

/** Every question, of an item and a team. */
const questions = (item: string, team: string): [path: string, query: object][] => [
  [`${DECISIONS}/explain`, { item, team }],
  [`${DECISIONS}/replay`, { item, team, at: world.clock.now().toISOString() }],
  [`${DECISIONS}/preview`, { item }],
];

describe.each(everyone)('$name', (asker) => {
  const ask = async ([path, query]: [string, object]) => asker.ask(world).get(path).query(query);
  const refusal = expectedRefusal(asker, ASKERS);
  const mayAsk = refusal === undefined && asker.organization === 'pkcert';
  const expected = refusal ?? (mayAsk ? 200 : 404);
  // A duty officer may release alone, and looks beforehand whom that reaches.
  const unasked = expectedRefusal(asker, [...ASKERS, 'duty-officer']);
  const mayPreview = unasked === undefined && asker.organization === 'pkcert';
  const previewed = unasked ?? (mayPreview ? 200 : 404);

  it(`is answered ${expected} to every question about items of PKCERT`, async () => {
    for (const item of [own.draft, own.released]) {
      const [explain, replay, preview] = questions(item, 'cncert');
      expect((await ask(explain!)).status).toBe(expected);
      expect((await ask(replay!)).status).toBe(expected);
      // What is released already is not released again.
      const status = mayPreview && item === own.released ? 409 : previewed;
      expect((await ask(preview!)).status).toBe(status);
    }
  });

  it('is told of what is not its own, byte for byte, what it is told of what is not there', async () => {
    if (mayPreview) return;
    const absent = await Promise.all(questions(ABSENT, 'cncert').map(ask));
    for (const item of [own.draft, own.released, ...references])
      for (const team of ['cncert', 'pkcert', 'nobody-at-all']) {
        const answers = await Promise.all(questions(item, team).map(ask));
        expect(answers.map(plain)).toEqual(absent.map(plain));
      }
  });
});

describe('people of PKCERT', () => {
  it('are told the same of an item that is absent, a version that is absent and a team that is absent', async () => {
    const auditor = world.as('pkcert-auditor');
    const absent = { item: ABSENT, team: 'cncert' };
    const at = world.clock.now().toISOString();
    const first = await auditor.get(`${DECISIONS}/explain`).query(absent);
    expect([first.status, (first.body as { type: string }).type]).toEqual([404, '/problems/not-found']);
    for (const [question, query] of [
      ['explain', { item: UNKNOWN, team: 'cncert' }],
      ['explain', { item: own.draft, team: 'nobody-at-all' }],
      ['explain', { item: own.draft, team: 'cncert', version: 2 }],
      ['replay', { ...absent, at }],
      ['replay', { item: own.draft, team: 'nobody-at-all', at }],
      ['replay', { item: own.draft, team: 'cncert', version: 2, at }],
      ['preview', { item: ABSENT }],
      ['preview', { item: own.draft, version: 2 }],
    ] as const) {
      const answer = await auditor.get(`${DECISIONS}/${question}`).query(query);
      expect([question, query, plain(answer)]).toEqual([question, query, plain(first)]);
    }
  });
});
