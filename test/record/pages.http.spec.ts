import { everyone, expectedRefusal, houseLog, type PersonKey } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';

interface Entry {
  id: string;
  kind: string;
  at: string;
  shared: Record<string, unknown> | null;
}
interface Page {
  items: Entry[];
  next: string | null;
  looked_back_to: string | null;
}

let sharing: Sharing;
let item: string;
let logs: { id: string; agreement: string | null }[];
beforeAll(async () => {
  sharing = await Sharing.start();
  await sharing.inForce('cncert', 'PK-CN');
  item = await sharing.released('For partners');
  await sharing.released('Another for partners');
  await sharing.pull('cncert');
  ({ items: logs } = (await expected(200, sharing.world.as('pkcert-auditor').get('/api/v1/logs'))) as {
    items: typeof logs;
  });
});
afterAll(() => sharing.world.close());

const logOf = (agreement: string | null) => logs.find((one) => one.agreement === agreement)!.id;
const pages = (id: string) => `/api/v1/logs/${id}/pages`;
const read = (id: string, query: object = {}, person: PersonKey = 'pkcert-auditor'): Promise<Page> =>
  expected(200, sharing.world.as(person).get(pages(id)).query(query)) as Promise<Page>;
const kinds = async (id: string, query: object) => (await read(id, query)).items.map(({ kind }) => kind);

describe('reading a log page by page', () => {
  it('is for auditors of its parties; for other auditors it is absent', async () => {
    for (const asker of everyone) {
      const status = expectedRefusal(asker, ['auditor']);
      const party = asker.organization === 'pkcert' || asker.organization === 'cncert';
      const answer = await asker.ask(sharing.world).get(pages(logOf('PK-CN')));
      expect([asker.name, answer.status]).toEqual([asker.name, status ?? (party ? 200 : 404)]);
    }
  });

  it('gives every entry once, the newest first, whatever the size of its pages', async () => {
    const whole = (await read(logOf('PK-CN'), { limit: 200 })).items.map(({ id }) => id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await read(logOf('PK-CN'), { limit: 3, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(whole);
    const rows: { id: string }[] = await sharing.world.owner.query(
      'SELECT id FROM record_entry WHERE log_id = $1 ORDER BY at DESC, position DESC',
      [logOf('PK-CN')],
    );
    expect(whole).toEqual(rows.map(({ id }) => id));
  });

  it('leaves what filters leave: kind, partner, item, person, period', async () => {
    expect(await kinds(logOf('PK-CN'), { kind: 'disclosure' })).toEqual(['disclosure', 'disclosure']);
    expect(await kinds(logOf('PK-CN'), { item })).toEqual(['transfer', 'disclosure']);
    expect(new Set(await kinds(logOf('PK-CN'), { organization: 'cncert', kind: 'transfer' }))).toEqual(
      new Set(['transfer']),
    );
    expect(await kinds(logOf('PK-CN'), { organization: 'corvia' })).toEqual([]);
    const { people } = sharing.world;
    expect(new Set(await kinds(logOf(null), { item, person: people['pkcert-releaser'] }))).toEqual(
      new Set(['released']),
    );
    const [first] = (await read(logOf('PK-CN'), { limit: 1 })).items;
    expect(await kinds(logOf('PK-CN'), { from: first!.at })).not.toContain('agreement-drafted');
    expect(await kinds(logOf('PK-CN'), { to: '2020-01-01T00:00:00Z' })).toEqual([]);
  });

  it('shows to either side what both share, and to each its own side alone', async () => {
    const theirs = await expected(200, sharing.world.as('cncert-auditor').get(pages(logOf('PK-CN'))));
    const ours = await read(logOf('PK-CN'), { limit: 50 });
    const shared = ({ items }: Page) => items.map((one) => one.shared);
    expect(shared(theirs as Page)).toEqual(shared(ours));
    expect(JSON.stringify(theirs)).not.toContain('Hamid Raza');
  });

  it('says how far it has looked, and goes on from there, where many entries are passed over', async () => {
    const { owner } = sharing.world;
    await owner.query(
      `INSERT INTO record_entry (id, log_id, kind, at, canonical)
       SELECT gen_random_uuid(), $1, 'transfer', '2026-01-01Z'::timestamptz + n * interval '1 second', '' FROM generate_series(1, 1200) n`,
      [logOf(null)],
    );
    await owner.query(
      `INSERT INTO record_entry (id, log_id, kind, at, canonical) VALUES (gen_random_uuid(), $1, 'withdrawn', '2025-12-31Z', '')`,
      [logOf(null)],
    );
    const short = await read(logOf(null), { organization: 'nobody', to: '2026-02-01T00:00:00Z' });
    expect([short.items.length, short.next !== null, short.looked_back_to]).toEqual([
      0,
      true,
      expect.any(String),
    ]);
    // Of one kind, what is passed over costs nothing.
    expect(await kinds(logOf(null), { kind: 'withdrawn' })).toEqual(['withdrawn']);
  });

  it('is itself an entry, with who read and what was asked for', async () => {
    await read(logOf('PK-CN'), { kind: 'disclosure' });
    const last = (await houseLog(sharing.world, 'pkcert')).at(-1);
    expect(last).toMatchObject({
      kind: 'log-read',
      shared: {
        read: logOf('PK-CN'),
        agreement: 'PK-CN',
        kind: 'disclosure',
        person: sharing.world.people['pkcert-auditor'],
      },
    });
  });

  it('refuses a cursor of other filters, and a period that ends before it begins', async () => {
    const { next } = await read(logOf('PK-CN'), { limit: 1 });
    const auditor = sharing.world.as('pkcert-auditor');
    expect(
      (await auditor.get(pages(logOf('PK-CN'))).query({ limit: 1, cursor: next, kind: 'transfer' })).status,
    ).toBe(400);
    const period = { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };
    expect((await auditor.get(pages(logOf('PK-CN'))).query(period)).status).toBe(422);
  });
});
