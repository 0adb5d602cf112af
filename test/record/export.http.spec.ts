import { createHmac } from 'node:crypto';
import type { PersonKey, World } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';

interface Entry {
  index: string;
  entry: string;
  at: string;
  kind: string;
  shared: Record<string, unknown> & { item?: string; disclosures?: string[] };
  content: { title?: string } | null;
  own: object | null;
  commitments: Record<string, string>;
}

const FORMULA = '=HYPERLINK("https://evil.example","open me")';

describe('the export of a log', () => {
  let sharing: Sharing;
  let world: World;
  let log: string;
  beforeAll(async () => {
    sharing = await Sharing.start();
    world = sharing.world;
    await sharing.inForce('cncert', 'PK-CN');
    await sharing.inForce('corvia', 'PK-XC');
    await sharing.released('First');
    await sharing.pull('cncert');
    await sharing.released(FORMULA);
    await sharing.pull('cncert');
    await sharing.pull('corvia');
    log = await logOf('pkcert-auditor', 'PK-CN');
  });
  afterAll(() => world.close());

  async function logOf(auditor: PersonKey, agreement: string | null): Promise<string> {
    const { items } = (await expected(200, world.as(auditor).get('/api/v1/logs'))) as {
      items: { id: string; agreement: string | null }[];
    };
    return items.find((one) => one.agreement === agreement)!.id;
  }
  async function lines(query = '', auditor: PersonKey = 'pkcert-auditor', of = log): Promise<Entry[]> {
    const { status, text } = await world
      .as(auditor)
      .get(`/api/v1/logs/${of}/entries?format=jsonl${query}`)
      .buffer(true)
      .parse(asText);
    expect(status).toBe(200);
    return (text ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Entry);
  }
  const of = (entries: Entry[], kind: string) => entries.filter((entry) => entry.kind === kind);

  it('holds each disclosure once and each answer that carried any', async () => {
    const entries = await lines();
    expect(of(entries, 'disclosure').map(({ content }) => content?.title)).toEqual(['First', FORMULA]);
    expect(of(entries, 'transfer').map(({ shared }) => shared.disclosures?.length)).toEqual([1, 2]);
  });

  it('answers for a log of others exactly as for one that never was', async () => {
    const foreign = await world.as('corvia-auditor').get(`/api/v1/logs/${log}/entries`);
    const never = await world
      .as('corvia-auditor')
      .get('/api/v1/logs/0b9e4c1a-0000-4000-8000-000000000000/entries');
    expect([foreign.status, foreign.text]).toEqual([never.status, never.text]);
  });

  it('shows both sides the same entries, and each its own part only', async () => {
    const [ours, theirs] = [
      await lines(),
      await lines('', 'cncert-auditor', await logOf('cncert-auditor', 'PK-CN')),
    ];
    expect(theirs.map(({ entry, shared }) => ({ entry, shared }))).toEqual(
      ours.map(({ entry, shared }) => ({ entry, shared })),
    );
    const both = ours.filter((entry, n) => entry.own && theirs[n]!.own);
    expect(both).toEqual([]);
    expect(ours.some(({ own }) => own)).toBe(true);
  });

  it('takes a half-open range of time', async () => {
    const all = await lines();
    const { at } = of(all, 'transfer')[0]!;
    const later = new Date(Date.parse(at) + 1).toISOString();
    expect((await lines(`&from=${at}&to=${later}`)).map(({ entry }) => entry)).toEqual(
      all.filter((entry) => entry.at === at).map(({ entry }) => entry),
    );
    expect((await lines(`&to=${at}`)).every((entry) => entry.at < at)).toBe(true);
  });

  it('takes an item, by the identifier of a team or the owner’s own, with the transfers that carried it', async () => {
    const { item } = of(await lines(), 'disclosure')[0]!.shared;
    const entries = await lines(`&item=${item}`);
    expect(entries.map(({ kind }) => kind)).toEqual(['disclosure', 'transfer', 'transfer']);
    const own = (
      await world.owner.query<{ id: string }[]>('SELECT item_id AS id FROM variant WHERE external_id = $1', [
        item,
      ])
    )[0]!.id;
    expect((await lines(`&item=${own}`)).map(({ entry }) => entry)).toEqual(
      entries.map(({ entry }) => entry),
    );
    expect(await lines(`&item=${own}`, 'cncert-auditor')).toEqual([]);
  });

  it('takes an organization', async () => {
    expect(of(await lines('&organization=cncert'), 'disclosure')).toHaveLength(2);
    expect(await lines('&organization=dunmere')).toEqual([]);
  });

  it.each([
    ['an unknown filter', '&owner=pkcert'],
    ['an unknown format', '&format=xml'],
    ['an instant without a zone', '&from=2026-03-02T08:00:00'],
    ['a range that ends before it begins', '&from=2026-03-02T08:00:00Z&to=2026-03-01T08:00:00Z'],
    ['an item that is no identifier', '&item=1'],
  ])('refuses %s, and never takes it for all', async (_, query) => {
    const { status, body } = await world
      .as('pkcert-auditor')
      .get(`/api/v1/logs/${log}/entries?${query.slice(1)}`);
    expect(status).toBe(422);
    expect((body as { errors: object[] }).errors.length).toBeGreaterThan(0);
  });

  it('is itself an entry in the house log of the auditor’s organization', async () => {
    const house = await logOf('pkcert-auditor', null);
    const before = of(await lines('', 'pkcert-auditor', house), 'log-exported').length;
    await lines();
    const after = of(await lines('', 'pkcert-auditor', house), 'log-exported');
    expect(after.length).toBe(before + 2);
    expect(after.at(-2)!.shared).toMatchObject({ exported: log, agreement: 'PK-CN', format: 'jsonl' });
  });

  it('escapes in CSV what a spreadsheet would take for a formula', async () => {
    const { text, headers } = await world
      .as('pkcert-auditor')
      .get(`/api/v1/logs/${log}/entries?format=csv`)
      .buffer(true)
      .parse(asText);
    expect(headers['content-type']).toContain('text/csv');
    const csv = text ?? '';
    expect(csv).toContain(`"'=HYPERLINK(""https://evil.example""`);
    expect(csv.split('\r\n')[0]).toContain('index,at,kind,entry,owner,team,item');
  });

  it('commits to each part with a salt of its own', async () => {
    const rows = await world.owner.query<
      { audience: string; salt: Buffer; payload: Buffer; commitment: string }[]
    >(
      `SELECT p.audience, p.salt, p.payload, convert_from(e.canonical, 'UTF8')::jsonb -> 'commitments' ->> p.audience AS commitment
       FROM record_payload p JOIN record_entry e ON e.id = p.entry_id`,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { salt, payload, commitment } of rows)
      expect(createHmac('sha256', salt).update(payload).digest('hex')).toBe(commitment);
    expect(new Set(rows.map(({ salt }) => salt.toString('hex'))).size).toBe(rows.length);
  });
});

/** supertest parses JSON Lines and CSV as nothing; this keeps the text. */
function asText(response: unknown, done: (error: Error | null, body: string) => void): void {
  const stream = response as NodeJS.ReadableStream & { text?: string };
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => (text += chunk));
  stream.on('end', () => {
    stream.text = text;
    done(null, text);
  });
}
