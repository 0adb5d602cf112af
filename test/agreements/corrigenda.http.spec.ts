import { PERSON_KEYS } from '../../src/cli/demo/cast';
import { expected, Sharing } from '../disclosure/sharing-world';
import type { PersonKey } from '../cast';

const grant = (change: object = {}) => ({
  ...{
    from: 'pkcert',
    to: 'cncert',
    clause: 'Art. 1',
    categories: 'any',
    sectors: 'any',
    reach_back: 'none',
  },
  information_types: [{ type: 'threat_report', tlp_ceiling: 'GREEN' }],
  ...change,
});
const why = { reason: 'Keyed in wrongly.', clause: 'Art. 1(2)', evidence_sha256: 'cd'.repeat(32) };
const only = (type: string) => ({
  grants: [grant({ information_types: [{ type, tlp_ceiling: 'GREEN' }] })],
  ...why,
});
const both = {
  grants: [
    grant({
      information_types: ['threat_report', 'indicator'].map((type) => ({ type, tlp_ceiling: 'GREEN' })),
    }),
  ],
  ...why,
};

describe('a corrigendum', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await Sharing.start();
  });
  afterAll(() => sharing.world.close());

  const path = (reference: string, rest = '') => `/api/v1/agreements/${reference}${rest}`;
  const post = (person: PersonKey, reference: string, rest: string, body: object = {}) =>
    sharing.world.as(person).post(path(reference, rest)).send(body);
  const read = async (reference: string, person: PersonKey = 'pkcert-liaison') =>
    (await expected(200, sharing.world.as(person).get(path(reference)))) as {
      state: { terms_version: number };
      facts: { id: string; kind: string; terms_version: number }[];
      terms: { number: number; in_force_from: string | null; corrigendum: Record<string, unknown> | null }[];
      next_steps: { step: string; by: string[]; terms_version: number | null }[];
    };
  const titles = async () =>
    (
      (await expected(200, sharing.world.withKey('cncert').get('/api/v1/advisories?limit=200'))) as {
        items: { title: string }[];
      }
    ).items.map(({ title }) => title);
  const confirmFact = async (reference: string, number: number) => {
    const { facts } = await read(reference);
    const { id } = facts.find(({ kind, terms_version: of }) => kind === 'corrected' && of === number)!;
    return post('pkcert-second-liaison', reference, `/facts/${id}/confirmation`);
  };

  it('that narrows takes effect at once, by one person: what it admits no more is told as no longer shared', async () => {
    await sharing.inForce('cncert', 'PK-COR-1', { information_types: both.grants[0]!.information_types });
    await sharing.released('Report of one');
    await sharing.released('Indicator of one', { information_type: 'indicator' });
    const first = await sharing.pull('cncert');
    expect(first.told.toSorted()).toEqual(['added Indicator of one', 'added Report of one']);
    sharing.world.clock.advance(1000);
    const now = sharing.world.clock.now().toISOString();
    const { terms } = (await expected(
      201,
      post('pkcert-liaison', 'PK-COR-1', '/corrigenda', only('threat_report')),
    )) as {
      terms: { in_force: boolean; in_force_from: string; corrigendum: object }[];
    };
    expect(terms[1]).toMatchObject({
      in_force: true,
      in_force_from: now,
      corrigendum: { corrects: 1, needs_counterpart: false, clause: 'Art. 1(2)', confirmations_missing: [] },
    });
    expect(await titles()).toEqual(['Report of one']);
    expect((await sharing.pull('cncert', first.next)).told).toEqual(['no_longer_shared']);
    const kept = await sharing.world.owner.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM disclosure_grounds d JOIN terms_version t ON t.id = d.terms_version_id
       JOIN agreement a ON a.id = t.agreement_id WHERE a.reference = 'PK-COR-1' AND t.number = 1`,
    );
    expect(kept[0]!.n).toBe(2);
    await sharing.end('PK-COR-1');
  });

  it('that widens waits for a second person and the other side, and authorises nothing earlier', async () => {
    sharing.world.clock.advance(1000);
    await sharing.inForce('cncert', 'PK-COR-2');
    await sharing.released('Report of two');
    await sharing.released('Early indicator', { information_type: 'indicator' });
    const first = await sharing.pull('cncert');
    const drawn = (await expected(201, post('pkcert-liaison', 'PK-COR-2', '/corrigenda', both))) as {
      terms: {
        in_force: boolean;
        corrigendum: { confirmations_missing: string[]; needs_counterpart: boolean };
      }[];
    };
    expect(drawn.terms[1]).toMatchObject({
      in_force: false,
      corrigendum: { needs_counterpart: true, confirmations_missing: ['cncert'] },
    });
    const another = await post('pkcert-liaison', 'PK-COR-2', '/corrigenda', only('indicator'));
    expect([another.status, (another.body as { type: string }).type]).toEqual([
      409,
      '/problems/corrigendum/pending',
    ]);
    expect((another.body as { detail: string }).detail).toContain('cncert may confirm the corrigendum');
    sharing.world.clock.advance(1000);
    await expected(201, post('cncert-liaison', 'PK-COR-2', '/terms/2/correction-confirmations'));
    expect((await read('PK-COR-2')).state.terms_version).toBe(1);
    expect(
      (
        await post(
          'pkcert-liaison',
          'PK-COR-2',
          `/facts/${(await read('PK-COR-2')).facts.find(({ kind }) => kind === 'corrected')!.id}/confirmation`,
        )
      ).status,
    ).toBe(403);
    sharing.world.clock.advance(1000);
    const instant = sharing.world.clock.now().toISOString();
    await expected(201, confirmFact('PK-COR-2', 2));
    const mended = await read('PK-COR-2', 'cncert-liaison');
    expect([mended.state.terms_version, mended.terms[1]!.in_force_from]).toEqual([2, instant]);
    // Released before it was in force: the terms reach back to nothing that they did not admit then.
    expect(await titles()).toEqual(['Report of two']);
    sharing.world.clock.advance(1000);
    await sharing.released('Later indicator', { information_type: 'indicator' });
    expect((await sharing.pull('cncert', first.next)).told).toEqual(['added Later indicator']);
    await sharing.end('PK-COR-2');
  });

  it('is judged by the decision as by the lists, at the millisecond at which it takes effect', async () => {
    sharing.world.clock.advance(1000);
    await sharing.inForce('cncert', 'PK-COR-3', { information_types: both.grants[0]!.information_types });
    const id = await sharing.released('Explained');
    sharing.world.clock.advance(5000);
    await expected(201, post('cncert-liaison', 'PK-COR-3', '/corrigenda', only('indicator')));
    const at = sharing.world.clock.now().getTime();
    sharing.world.clock.advance(5000);
    const released = async (instant: number) => {
      const query = { item: id, team: 'cncert', at: new Date(instant).toISOString() };
      const asked = sharing.world.as('pkcert-liaison').get('/api/v1/decisions/replay').query(query);
      return ((await expected(200, asked)) as { released: boolean }).released;
    };
    expect([await released(at - 1), await released(at)]).toEqual([true, false]);
    await sharing.end('PK-COR-3');
  });

  it('says whether anything would come of it before it is recorded', async () => {
    sharing.world.clock.advance(1000);
    await sharing.inForce('cncert', 'PK-COR-4');
    const dry = await post('pkcert-liaison', 'PK-COR-4', '/corrigenda?dry_run=true', only('indicator'));
    expect(dry.status).toBe(200);
    expect((await read('PK-COR-4')).terms).toHaveLength(1);
    await sharing.end('PK-COR-4');
  });

  it('is refused where it changes nothing, parties or conditions, or is no one’s to make', async () => {
    sharing.world.clock.advance(1000);
    await sharing.inForce('cncert', 'PK-COR-5');
    const refusal = async (body: object, person: PersonKey = 'pkcert-liaison') => {
      const answer = await post(person, 'PK-COR-5', '/corrigenda', body);
      const { type, errors = [] } = answer.body as { type: string; errors?: { rule: string }[] };
      return [answer.status, errors[0]?.rule ?? type];
    };
    expect(await refusal({ ...only('threat_report') })).toEqual([422, 'corrigendum/nothing']);
    const entry_condition = { rule: 'after_last_signature', days: 0 };
    expect(await refusal({ ...only('indicator'), entry_condition })).toEqual([422, 'corrigendum/fixed']);
    expect(await refusal({ ...only('indicator'), joining: [] })).toEqual([422, 'whitelistValidation']);
    expect(await refusal({ ...only('indicator'), clause: undefined })).toEqual([422, 'matches']);
    for (const person of PERSON_KEYS) {
      const liaison = /liaison$/.test(person);
      if (liaison && /^(pkcert|cncert)-/.test(person)) continue;
      const [status] = await refusal(only('indicator'), person);
      expect([person, status]).toEqual([person, liaison ? 404 : 403]);
    }
    expect((await read('PK-COR-5')).terms).toHaveLength(1);
    const absent = await post('dunmere-liaison', 'PK-NONE', '/terms/1/correction-confirmations');
    const withheld = await post('dunmere-liaison', 'PK-COR-5', '/terms/1/correction-confirmations');
    expect([withheld.status, withheld.text]).toEqual([404, absent.text.replaceAll('PK-NONE', 'PK-COR-5')]);
    await sharing.end('PK-COR-5');
    const over = await post('pkcert-liaison', 'PK-COR-5', '/corrigenda', only('indicator'));
    expect((over.body as { type: string }).type).toBe('/problems/agreement/ended');
  });

  it('is on the record of both sides', async () => {
    const rows = await sharing.world.owner.query<{ kind: string }[]>(
      `SELECT e.kind FROM record_entry e JOIN record_log l ON l.id = e.log_id JOIN agreement a ON a.id = l.agreement_id
       WHERE a.reference = 'PK-COR-2' ORDER BY e.position DESC LIMIT 12`,
    );
    const kinds = rows.map(({ kind }) => kind);
    for (const kind of [
      'terms-correction-confirmed',
      'agreement-fact-confirmed',
      'agreement-entered-into-force',
    ])
      expect(kinds).toContain(kind);
  });
});
