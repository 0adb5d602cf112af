import { startWorld, type World } from '../cast';
import { inForce, type Instrument, terms } from './agreement-world';

interface Entry {
  kind: string;
  log: 'relationship' | 'house';
  of: string;
  parts: Record<string, Record<string, unknown>>;
}

let world: World;
let mou: Instrument;
beforeAll(async () => {
  world = await startWorld();
  mou = await inForce(world, 'PK-RECORD-1');
});
afterAll(() => world.close());

/** Every entry about agreements, with its parts by audience (handles for organizations). */
async function entries(): Promise<Entry[]> {
  const rows: (Omit<Entry, 'parts'> & { audience: string; text: string; id: string })[] =
    await world.owner.query(
      `SELECT e.id, e.kind, l.kind AS log, o.handle AS of, COALESCE(a.handle, p.audience) AS audience, convert_from(p.payload, 'UTF8') AS text
     FROM record_entry e JOIN record_log l ON l.id = e.log_id JOIN organization o ON o.id = l.party_a
     JOIN record_payload p ON p.entry_id = e.id LEFT JOIN organization a ON a.id::text = p.audience
     WHERE e.kind ~ '^(agreement|terms|sharing|resumption)-' ORDER BY e.position`,
    );
  const found = new Map<string, Entry>();
  for (const { id, kind, log, of, audience, text } of rows) {
    const entry = found.get(id) ?? { kind, log, of, parts: {} };
    entry.parts[audience] = JSON.parse(text);
    found.set(id, entry);
  }
  return [...found.values()];
}

/** Feed notices of an end that are still to come, as instants. */
async function noticesDue(): Promise<string[]> {
  const rows: { at: Date }[] = await world.owner.query(
    `SELECT DISTINCT n.not_before AS at FROM feed_notice n JOIN agreement a ON a.id = n.agreement_id
     WHERE n.notice = 'agreement-ended' AND a.reference = 'PK-RECORD-1' ORDER BY 1`,
  );
  return rows.map(({ at }) => at.toISOString());
}

describe('the record', () => {
  test('holds every step in the log of the relationship, in its order', async () => {
    const logged = (await entries()).filter(({ log }) => log === 'relationship').map(({ kind }) => kind);
    expect(logged).toEqual([
      'agreement-drafted',
      'terms-submitted',
      'agreement-approved',
      'agreement-fact-confirmed',
      'agreement-signed',
      'agreement-signed',
      'agreement-entered-into-force',
    ]);
  });

  test('tells both sides what was recorded, on whose behalf and on what evidence', async () => {
    const approved = (await entries()).find(({ kind }) => kind === 'agreement-approved');
    expect(approved?.parts.shared).toMatchObject({
      reference: 'PK-RECORD-1',
      terms_version: 1,
      canonical_sha256: (await mou.read()).terms[0].canonical_sha256,
      party: 'moitt',
      on_behalf_of: 'Federal Cabinet (invented)',
      effective_at: '2026-02-10T09:00:00.000Z',
      recorded_at: world.clock.now().toISOString(),
    });
  });

  test('names the acting person to her own side alone', async () => {
    for (const { kind, parts } of await entries()) {
      expect(parts.shared).not.toHaveProperty('person');
      const own = Object.keys(parts).filter((audience) => audience !== 'shared');
      expect({ kind, sides: own.length <= 1 }).toEqual({ kind, sides: true });
    }
    const signed = (await entries()).filter(({ kind }) => kind === 'agreement-signed');
    expect(signed.map(({ log, of }) => `${log} ${log === 'house' ? of : ''}`.trim())).toEqual([
      'relationship',
      'house moitt',
      'relationship',
    ]);
    expect(signed[1]?.parts.moitt).toEqual({ person: 'Rabia Anwar (invented)' });
    expect(signed[2]?.parts.cncert).toEqual({ person: 'Lin Yue (invented)' });
    expect(signed[0]?.parts).not.toHaveProperty('moitt');
  });

  test('holds nothing of what was refused', async () => {
    const before = (await entries()).length;
    await mou.post('cncert-liaison', 'terms/1/signatures');
    await mou.post('itu-liaison', 'end', { reason: 'as an observer' });
    expect(await entries()).toHaveLength(before);
  });
});

describe('the notice of an end in the feed', () => {
  test('outlives an amendment, and gives way to nothing that comes later than it', async () => {
    const [end, expiry] = ['2026-09-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'];
    await mou.done('cncert-liaison', 'notice', { effective_at: end });
    expect(await noticesDue()).toEqual([end]);
    await mou.done('pkcert-liaison', 'terms', terms({ expires_at: expiry }));
    await mou.sign(2);
    await mou.enter(2);
    expect(await noticesDue()).toEqual([end]);
  });
});

test('of two who record the same at once, one is told that it is recorded already', async () => {
  await inForce(world, 'PK-RECORD-2');
  const at = '2027-01-01T00:00:00Z';
  const answers = await Promise.all(
    ['pkcert-liaison', 'pkcert-second-liaison', 'cncert-liaison'].map((person) =>
      world
        .as(person as 'pkcert-liaison')
        .post('/api/v1/agreements/PK-RECORD-2/notice')
        .send({ effective_at: at }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
});
