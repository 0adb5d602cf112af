import { startWorld, type World } from '../cast';
import { grant, inForce, type Instrument, terms } from './agreement-world';
import { readersOf } from './readers';

const CORVIA = { organization: 'corvia', roles: ['signatory', 'operating_cert'] };
const accession = (change: object = {}) => ({
  ...terms({ grants: [...terms().grants, grant('pkcert', 'corvia', { reach_back: 'all' })] }),
  joining: [CORVIA],
  ...change,
});
const FOUNDERS = ['moitt', 'pkcert', 'cncert', 'itu'];

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const readers = (reference: string): Promise<string[]> => readersOf(world, reference);

const proposed = async (reference: string, body = accession()): Promise<Instrument> => {
  const mou = await inForce(world, reference);
  await mou.done('pkcert-liaison', 'terms', body);
  return mou;
};

describe('who joins an agreement with new terms', () => {
  let mou: Instrument;
  const codeOf = async (path: string, body: object = {}) => {
    const { status, body: problem } = await mou.post('corvia-liaison', path, body);
    return [status, (problem as { type: string }).type.replace('/problems/', '')];
  };
  beforeAll(async () => {
    mou = await proposed('PK-JOIN-1');
  });

  test('reads nothing of a proposal that is not submitted, and everything of it from then on', async () => {
    expect(await readers('PK-JOIN-1')).toEqual([...FOUNDERS].sort());
    await mou.done('pkcert-liaison', 'terms/2/submission');
    expect(await readers('PK-JOIN-1')).toEqual([...FOUNDERS, 'corvia'].sort());
    const read = await mou.read('corvia-liaison');
    expect(read.parties.map(({ organization }: { organization: string }) => organization).sort()).toEqual(
      [...FOUNDERS].sort(),
    );
    expect(read.terms).toEqual([(await mou.read()).terms[1]]);
    expect(read.terms[0]).toMatchObject({
      number: 2,
      joining: [{ organization: 'corvia', roles: ['operating_cert', 'signatory'] }],
      signatures_missing: ['cncert', 'corvia', 'moitt'],
    });
  });

  test('reads nothing of what was said and done before', async () => {
    const read = await mou.read('corvia-liaison');
    expect(
      read.facts.map((fact: { kind: string; terms_version: number }) => [fact.kind, fact.terms_version]),
    ).toEqual([['submitted', 2]]);
    expect(read.pauses).toEqual([]);
    const former = (await mou.read()).terms[0] as { canonical_sha256: string };
    for (const person of ['corvia-liaison', 'corvia-auditor'] as const)
      for (const path of ['/agreements/PK-JOIN-1', '/agreements', '/me', '/logs', '/pauses']) {
        const { text } = await world.as(person).get(`/api/v1${path}`);
        expect(text).not.toContain(former.canonical_sha256);
        expect(text).not.toContain('"number":1,');
      }
  });

  test('has no part in the agreement, and signs no former terms', async () => {
    const none = [403, 'agreement/not-your-role'];
    const reason = 'to learn';
    expect(await codeOf('terms', terms())).toEqual(none);
    expect(await codeOf('terms/2/entry-into-force')).toEqual(none);
    expect(await codeOf('suspensions', { reason })).toEqual(none);
    expect(await codeOf('notice', { effective_at: '2027-01-01T00:00:00Z' })).toEqual(none);
    expect(await codeOf('end', { reason })).toEqual(none);
    expect((await mou.post('corvia-liaison', 'terms/1/signatures')).status).not.toBe(201);
    const me = (await world.as('corvia-liaison').get('/api/v1/me')).body as {
      agreements: { reference: string; roles: string[]; next_steps: string[] }[];
    };
    const own = me.agreements.find(({ reference }) => reference === 'PK-JOIN-1');
    expect(own).toMatchObject({ roles: [], next_steps: ['sign', 'reject'] });
  });

  test('signs these terms as all others do; before that they do not enter into force', async () => {
    await mou.done('pkcert-liaison', 'terms/2/approvals', {
      party: 'moitt',
      on_behalf_of: 'Federal Cabinet (invented)',
      evidence_sha256: 'ab'.repeat(32),
    });
    await mou.done('pkcert-second-liaison', `facts/${(await mou.fact('approved', 2)).id}/confirmation`);
    for (const person of ['moitt-liaison', 'cncert-liaison'] as const)
      await mou.done(person, 'terms/2/signatures');
    const early = await mou.post('cncert-liaison', 'terms/2/entry-into-force');
    expect([early.status, early.body.type]).toEqual([409, '/problems/terms/incomplete']);
    await mou.done('corvia-liaison', 'terms/2/signatures');
    const { state, parties } = await mou.read('corvia-liaison');
    expect([state.in_force, state.statements.includes('signed'), parties.length]).toEqual([false, true, 4]);
    expect((await mou.read()).state).toMatchObject({ in_force: true, terms_version: 1 });
  });

  test('is party to the agreement once they are in force, and reads what follows', async () => {
    await mou.enter(2);
    const read = await mou.read('corvia-liaison');
    expect(read.parties).toContainEqual({
      organization: 'corvia',
      name: expect.any(String) as string,
      roles: ['operating_cert', 'signatory'],
    });
    expect(read.state).toMatchObject({ in_force: true, terms_version: 2 });
    expect(read.terms.map(({ number }: { number: number }) => number)).toEqual([2]);
    await mou.done(
      'corvia-liaison',
      'terms',
      terms({ other_clauses: [{ number: 'Art. 9', heading: 'Costs', owner: 'corvia' }] }),
    );
    const next = await mou.read('corvia-liaison');
    expect(next.terms.map(({ number }: { number: number }) => number)).toEqual([2, 3]);
    expect(next.terms[1]).toMatchObject({
      joining: [],
      signatures_missing: ['cncert', 'corvia', 'moitt'],
    });
    expect(await readers('PK-JOIN-1')).toEqual([...FOUNDERS, 'corvia'].sort());
  });

  test('keeps a log with each operating CERT, which begins with the submission', async () => {
    const rows: { handle: string; kinds: string[] }[] = await world.owner.query(
      `SELECT o.handle, array_agg(e.kind ORDER BY e.position) AS kinds FROM record_log l JOIN record_entry e ON e.log_id = l.id
       JOIN organization c ON c.handle = 'corvia' AND c.id IN (l.party_a, l.party_b)
       JOIN organization o ON o.id IN (l.party_a, l.party_b) AND o.id <> c.id
       JOIN agreement a ON a.id = l.agreement_id AND a.reference = 'PK-JOIN-1' GROUP BY 1 ORDER BY 1`,
    );
    const kinds = [
      ...['terms-submitted', 'agreement-approved', 'agreement-fact-confirmed'],
      ...['agreement-signed', 'agreement-signed', 'agreement-signed', 'agreement-entered-into-force'],
      'terms-proposed',
    ];
    expect(rows).toEqual([
      { handle: 'cncert', kinds },
      { handle: 'pkcert', kinds },
    ]);
  });
});

describe('who was to join', () => {
  test('never was a party when other terms enter into force instead, and reads nothing any more', async () => {
    const mou = await proposed('PK-JOIN-2');
    await mou.done('pkcert-liaison', 'terms/2/submission');
    await mou.done('corvia-liaison', 'terms/2/signatures');
    await mou.done('pkcert-liaison', 'terms', terms());
    await mou.sign(3);
    // A rival proposal is none of its business.
    expect((await mou.read('corvia-liaison')).terms).toHaveLength(1);
    await mou.enter(3);
    expect(await readers('PK-JOIN-2')).toEqual([...FOUNDERS].sort());
    expect((await mou.read()).parties).toHaveLength(4);
  });

  test('reads nothing any more when the agreement ends before', async () => {
    const mou = await proposed('PK-JOIN-3');
    await mou.done('pkcert-liaison', 'terms/2/submission');
    await mou.done('pkcert-liaison', 'end', { reason: 'It is over.' });
    expect(await readers('PK-JOIN-3')).toEqual([...FOUNDERS].sort());
  });
});

describe('an accession is refused', () => {
  let mou: Instrument;
  beforeAll(async () => {
    mou = await inForce(world, 'PK-JOIN-4');
  });
  const refusal = async (body: object) => {
    const { status, body: problem } = await mou.post('pkcert-liaison', 'terms', body);
    const { errors = [] } = problem as { errors?: { field: string; rule: string }[] };
    return [status, ...errors.map(({ field, rule }) => `${field} ${rule}`)];
  };
  const parties = [422, 'joining agreement/parties'];

  test.each([
    ['of a party', { organization: 'cncert', roles: ['observer'] }],
    ['of an operating CERT that nobody signs for', { organization: 'corvia', roles: ['operating_cert'] }],
    [
      'of an operating CERT that is no national CERT',
      { organization: 'banking', roles: ['signatory', 'operating_cert'] },
    ],
  ])('%s', async (_, joining) => {
    expect(await refusal(accession({ ...terms(), joining: [joining] }))).toEqual(parties);
  });

  test('of one that is named twice, and of one that there is not', async () => {
    expect(await refusal(accession({ joining: [CORVIA, CORVIA] }))).toEqual(parties);
    const nobody = { ...CORVIA, organization: 'nobody' };
    expect((await refusal(accession({ joining: [nobody] })))[1]).toContain('joining.0.organization');
  });

  test('where a grant is for who does not join', async () => {
    expect(await refusal({ ...accession(), joining: undefined })).toEqual([422, 'grants.2.to party']);
  });

  test('to an agreement that grants no exchange', async () => {
    const host = await inForce(world, 'PK-JOIN-5', {
      kind: 'host_or_capacity_agreement',
      terms: { grants: [] },
    });
    mou = host;
    expect(await refusal({ grants: [], joining: [CORVIA] })).toEqual(parties);
  });

  test('at drafting: those who are there from the beginning are its parties', async () => {
    const answer = await world
      .as('moitt-liaison')
      .post('/api/v1/agreements')
      .send({
        ...{ reference: 'PK-JOIN-6', title: 'x', kind: 'mou' },
        parties: [CORVIA],
        terms: accession(),
      });
    expect(answer.status).toBe(422);
  });
});
