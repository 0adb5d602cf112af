import { invented } from '../advisories/csaf/documents';
import { Desk, PATH, trackingOf } from '../advisories/advisory-world';
import type { World } from '../cast';
import { part, PartsWorld } from './parts-world';
import { expected, type Sharing } from './sharing-world';

const MALWARE = 'cn:GB/T 20986-2023#MI';
let parts: PartsWorld;
let sharing: Sharing;
let world: World;
beforeEach(async () => {
  parts = await PartsWorld.start();
  ({ sharing, world } = parts);
});
afterEach(() => world.close());

/** The titles that CNCERT is offered. */
async function titles(query = ''): Promise<string[]> {
  world.clock.advance(1000);
  const answer = world.withKey('cncert').get(`${PATH}?limit=200${query}`);
  const { items } = (await expected(200, answer)) as { items: { title: string }[] };
  return items.map(({ title }) => title).sort();
}
const faultsOf = async (change: object): Promise<string[]> => {
  const failed = await sharing.unsigned('cncert', 'PK-CN-9', change).catch((error: unknown) => String(error));
  return [...failed.matchAll(/"field":"([^"]+)"/g)].map(([, field]) => field!);
};

describe('product types', () => {
  it('let go those that are listed alone, and nothing of which it is not said', async () => {
    await sharing.inForce('cncert', 'PK-CN-1', { product_types: { include: ['alert', 'advisory'] } });
    await sharing.released('Alert', { product_types: ['alert'] });
    await sharing.released('Both', { product_types: ['alert', 'advisory'] });
    await sharing.released('Figures too', { product_types: ['alert', 'statistics'] });
    await sharing.released('Unsaid');
    expect(await titles()).toEqual(['Alert', 'Both']);
  });

  it('let go all but those that are left out', async () => {
    await sharing.inForce('cncert', 'PK-CN-1', { product_types: { exclude: ['statistics'] } });
    await sharing.released('Alert', { product_types: ['alert'] });
    await sharing.released('Figures', { product_types: ['statistics'] });
    await sharing.released('Unsaid');
    expect(await titles()).toEqual(['Alert']);
  });

  it.each([
    [{}],
    [{ include: [] }],
    [{ include: ['alert'], exclude: ['statistics'] }],
    [{ include: ['gossip'] }],
    [{ only: ['alert'] }],
    [['alert']],
    ['alert'],
  ])('are refused as %j', async (product_types) => {
    expect(await faultsOf({ product_types })).toEqual(['terms.grants.0.product_types']);
  });
});

describe('categories of a national scheme', () => {
  it('are weighed beside RSIT, kept as they are written, and found by', async () => {
    await sharing.inForce('cncert', 'PK-CN-1', { categories: ['fraud/phishing', MALWARE] });
    await sharing.released('Both', { categories: ['fraud/phishing', MALWARE] });
    await sharing.released('RSIT alone', { categories: ['fraud/phishing'] });
    await sharing.released('Another code', { categories: ['fraud/phishing', `${MALWARE}2`] });
    expect(await titles()).toEqual(['Both']);
    expect(await titles(`&category=${encodeURIComponent(MALWARE)}`)).toEqual(['Both']);
    const read = (await parts.read('cncert', 'Both')) as unknown as { categories: string[] };
    expect(read.categories).toEqual(['fraud/phishing', MALWARE]);
  });

  it.each([
    'cn:GB/T 20986-2023',
    'GB/T 20986#MI',
    'CN:x#MI',
    'cn:#MI',
    'cn:x#',
    'cn:x #MI',
    'cn:x#a#b',
    'cn:x#a\u202e',
  ])('are refused in terms and on items as %j', async (code) => {
    expect(await faultsOf({ categories: [code] })).toEqual(['terms.grants.0.categories']);
    const body = { title: 'Item', summary: 'Of a test.', handling: { categories: [code] } };
    const { status } = await world.as('pkcert-analyst').post(PATH).send(body);
    expect(status).toBe(422);
  });
});

describe('content of another publisher', () => {
  const imported = async (desk: Desk, label: object, title: string, name: string): Promise<string> => {
    const head = { ...label, title, tracking: trackingOf(name, 1) };
    const { advisory } = await desk.import(invented('2.0', head));
    const handling = {
      ...{ information_type: 'threat_report', categories: ['other/other'], sectors: ['other'] },
      audience: { include: 'partners' },
    };
    await expected(201, desk.change(advisory, { base: 1, handling }));
    return advisory;
  };
  const marked = (tlp: string) => ({ distribution: { tlp: { label: tlp } } });

  it('is released without a consent where terms in force forward it, up to GREEN', async () => {
    const desk = new Desk(world);
    const green = await imported(desk, marked('GREEN'), 'Theirs', 'E-1');
    expect((await desk.release(green, 2)).status).toBe(422);
    const types = [{ type: 'threat_report', tlp_ceiling: 'AMBER' }];
    await sharing.inForce('cncert', 'PK-CN-1', { third_party_content: 'forward', information_types: types });
    await sharing.inForce('corvia', 'PK-XC-1');
    await expected(201, desk.release(green, 2));
    const amber = await imported(desk, marked('AMBER'), 'Theirs, narrower', 'E-2');
    expect((await desk.release(amber, 2)).status).toBe(422);
    expect((await desk.release(green, 2, true)).status).toBe(409);
    expect(await titles()).toEqual(['Theirs']);
    const corvia = (await world.withKey('corvia').get(PATH)).body as { items: object[] };
    expect(corvia.items).toEqual([]);
  });

  it('that bears no label is filed under that of the terms with its publisher, and the import says so', async () => {
    const desk = new Desk(world);
    const namespace = 'https://cncert.example';
    const publisher = { category: 'coordinator', name: 'CNCERT/CC', namespace };
    const document = (name: string) => invented('2.0', { tracking: trackingOf(name, 1), publisher });
    const before = await desk.import(document('N-1'));
    const labelOf = async (id: string) => {
      const { body } = await world.as('pkcert-analyst').get(`${PATH}/${id}`);
      return (body as { versions: { handling: { tlp: string | null } }[] }).versions[0]!.handling.tlp;
    };
    expect(await labelOf(before.advisory)).toBeNull();
    // What the own side gives says nothing of what it gets.
    await sharing.inForce('cncert', 'PK-CN-1', { default_label: 'GREEN' });
    expect(await labelOf((await desk.import(document('N-2'))).advisory)).toBeNull();
    await sharing.inForce('cncert', 'PK-CN-2', { from: 'cncert', to: 'pkcert', default_label: 'AMBER' });
    world.clock.advance(1000);
    const report = (await desk.import(document('N-3'))) as unknown as {
      advisory: string;
      notes: { rule: string; message: string }[];
    };
    expect(await labelOf(report.advisory)).toBe('AMBER');
    expect(report.notes.map(({ rule }) => rule)).toContain('accord default-label');
    expect(report.notes.find(({ rule }) => rule === 'accord default-label')?.message).toContain('PK-CN-2');
    await sharing.end('PK-CN-2');
    world.clock.advance(1000);
    expect(await labelOf((await desk.import(document('N-4'))).advisory)).toBeNull();
  });
});

it('where sources must be named, an item goes with its source or not at all', async () => {
  await sharing.inForce('cncert', 'PK-CN-1', { source_attribution: 'must' });
  const told = part('Who told us', 'Invented Informer Kwordsource', { tags: ['source_identity'] });
  await parts.released('Named', [told]);
  await parts.released('Not to be named', [{ ...told, tlp: 'AMBER' }]);
  expect(await titles()).toEqual(['Named']);
  expect(await parts.told('cncert', 'Named')).toEqual({ 'Who told us': told.text });
});
