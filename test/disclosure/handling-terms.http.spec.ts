import { everyone, type World } from '../cast';
import { Annex } from './children-world';
import { expected, Sharing } from './sharing-world';

const EN = { language: 'en', text: 'Received under an agreement between CERTs.' };
const UR = { language: 'ur', text: 'سرٹ اداروں کے معاہدے کے تحت موصول۔' };
const ZH = { language: 'zh', text: '依据协议收到。' };
const OBLIGATIONS = {
  marking: [UR, EN],
  ...{ encryption_in_transit: 'must', encryption_at_rest: 'must', affected_party_notice: 'via_originator' },
  permitted_actions: 'INTERNALLY VISIBLE ACTIONS',
  access: { need_to_know: true, nationality: ['PK', 'CN'] },
  classification_map: [
    { label: 'CLEAR', level: '公开' },
    { label: 'AMBER', level: '内部' },
  ],
};
const TITLE = 'Marked';

let sharing: Sharing;
let world: World;
beforeEach(async () => {
  sharing = await Sharing.start();
  ({ world } = sharing);
  await sharing.inForce('cncert', 'PK-CN-1', { obligations: OBLIGATIONS });
  await sharing.inForce('corvia', 'PK-XC-1');
  await sharing.released(TITLE, { sectors: ['energy'] });
  await sharing.released('For everybody', { tlp: 'CLEAR' }, true);
  world.clock.advance(1000);
});
afterEach(() => world.close());

interface Line {
  title: string;
  marking?: object[];
  national_level?: string;
}
type Event = { event: string; item?: { title: string } } & Omit<Line, 'title'>;
const printed = ({ marking, national_level }: Omit<Line, 'title'>) => ({ marking, national_level });
const NOTHING = { marking: undefined, national_level: undefined };

async function inFeed(team: 'cncert' | 'corvia' | 'dunmere', title = TITLE) {
  const { items } = (await expected(200, world.withKey(team).get('/api/v1/feed'))) as { items: Event[] };
  const events = items.filter(({ item }) => item?.title === title);
  return events.map(printed);
}

describe('texts and levels that terms have printed with the label', () => {
  it('stand beside the item in the feed and in the list, and the stored bytes stay as they are', async () => {
    expect(await inFeed('cncert')).toEqual([{ marking: [EN, UR], national_level: '内部' }]);
    expect(await inFeed('cncert', 'For everybody')).toEqual([NOTHING]);
    const list = async (query: string) =>
      (await expected(200, world.withKey('cncert').get(`/api/v1/advisories${query}`))) as { items: Line[] };
    const line = (await list('')).items.find(({ title }) => title === TITLE)!;
    expect(printed(line)).toEqual({ marking: [EN, UR], national_level: '内部' });
    expect((await list('?fields=title,national_level')).items).toContainEqual({
      title: TITLE,
      national_level: '内部',
    });
    expect(await inFeed('corvia')).toEqual([NOTHING]);
  });

  it('are read with the item by nobody but whom the terms give it', async () => {
    for (const { name, organization, ask } of everyone) {
      const { text } = await ask(world).get('/api/v1/advisories?scope=received');
      expect([name, text.includes(EN.text)]).toEqual([
        name,
        organization === 'cncert' && text.includes(TITLE),
      ]);
      const feed = await ask(world).get('/api/v1/feed');
      expect([name, feed.text.includes('内部')]).toEqual([
        name,
        organization === 'cncert' && feed.status === 200,
      ]);
    }
  });

  it('are those of every instrument that speaks of the item, of levels the next stricter one', async () => {
    const annex = await new Annex(sharing, 'PK-CN-1-A1', 'PK-CN-1').signed({
      obligations: {
        marking: [EN, UR, ZH],
        classification_map: [...OBLIGATIONS.classification_map, { label: 'GREEN', level: '受限' }],
      },
    });
    await annex.enter();
    world.clock.advance(1000);
    expect(await inFeed('cncert')).toEqual([{ marking: [EN, UR, ZH], national_level: '受限' }]);
    await annex.end();
    world.clock.advance(1000);
    expect(await inFeed('cncert')).toEqual([{ marking: [EN, UR], national_level: '内部' }]);
  });

  it('change with the terms, without telling the item anew', async () => {
    const first = await sharing.pull('cncert');
    await sharing.amend('cncert', 'PK-CN-1', 2, { obligations: { marking: [ZH] } });
    world.clock.advance(1000);
    expect((await sharing.pull('cncert', first.next)).told).toEqual([]);
    expect(await inFeed('cncert')).toEqual([{ marking: [ZH], national_level: undefined }]);
  });
});

it('both sides read in the record all that goes with the disclosure', async () => {
  await sharing.pull('cncert');
  for (const side of ['pkcert', 'cncert'] as const) {
    const auditor = world.as(`${side}-auditor`);
    const { items } = (await expected(200, auditor.get('/api/v1/logs'))) as { items: { id: string }[] };
    const texts = await Promise.all(
      items.map(async ({ id }) => (await auditor.get(`/api/v1/logs/${id}/entries?format=jsonl`)).text),
    );
    const [entry] = texts
      .join('\n')
      .split('\n')
      .filter((line) => line.includes('"disclosure"') && line.includes('PK-CN-1') && line.includes('O-14'))
      .map((line) => JSON.parse(line) as { shared: { obligations: { rule: string; value: unknown }[] } });
    expect(entry!.shared.obligations.map(({ rule, value }) => [rule, value])).toEqual([
      ['O-14', [EN, UR]],
      ['O-15', 'must'],
      ['O-16', 'must'],
      ['O-17', 'INTERNALLY VISIBLE ACTIONS'],
      ['O-18', 'via_originator'],
      ['O-19', { need_to_know: true, nationality: ['CN', 'PK'] }],
      [
        'O-20',
        [
          { label: 'AMBER', level: '内部' },
          { label: 'CLEAR', level: '公开' },
        ],
      ],
    ]);
  }
});

it('an instrument below is held to what the agreement above it says, but may ask for more', async () => {
  const draft = (obligations: object, n: number) =>
    world
      .as('pkcert-liaison')
      .post('/api/v1/agreements')
      .send({
        ...{
          reference: `PK-CN-1-B${n}`,
          title: 'Annex of a test',
          kind: 'implementing_annex',
          parent: 'PK-CN-1',
        },
        parties: ['pkcert', 'cncert'].map((organization) => ({
          organization,
          roles: ['signatory', 'operating_cert'],
        })),
        terms: {
          grants: [
            {
              ...{ from: 'pkcert', to: 'cncert', clause: 'Annex', categories: 'any', sectors: 'any' },
              information_types: [{ type: 'threat_report', tlp_ceiling: 'GREEN' }],
              ...{ reach_back: 'none', obligations },
            },
          ],
        },
      });
  const wider: object[] = [
    { marking: [EN] },
    { encryption_in_transit: 'may' },
    { encryption_at_rest: 'may' },
    { permitted_actions: 'EXTERNALLY VISIBLE DIRECT ACTIONS' },
    { affected_party_notice: 'may' },
    { access: { need_to_know: true } },
    { classification_map: [{ label: 'AMBER', level: '公开' }] },
  ];
  for (const [n, obligations] of wider.entries()) {
    const { status, body } = await draft(obligations, n);
    const { errors } = body as { errors: { field: string }[] };
    expect([status, errors.map(({ field }) => field)]).toEqual([
      422,
      [`terms.grants.0.obligations.${Object.keys(obligations)[0]}`],
    ]);
  }
  const stricter = { permitted_actions: 'NONE', access: { ...OBLIGATIONS.access, named_persons: true } };
  expect((await draft(stricter, 99)).status).toBe(201);
});
