import { type Asker, everyone, expectedRefusal, type PersonKey, startWorld, type World } from '../cast';
import { cabinet, grant, inForce, Instrument, terms } from './agreement-world';
import { readersOf } from './readers';

const CORVIA = { organization: 'corvia', roles: ['signatory', 'operating_cert'] };
const JOINING = {
  ...terms({ grants: [...terms().grants, grant('pkcert', 'corvia', { reach_back: 'all' })] }),
  joining: [CORVIA],
};
const FOUNDERS = ['cncert', 'itu', 'moitt', 'pkcert'];
const because = { reason: 'The ceiling is too high for us (invented).' };

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const readers = (reference: string): Promise<string[]> => readersOf(world, reference);

/** Kinds of entries about an agreement, by the log that they are in. */
async function logged(reference: string, partner: string): Promise<string[]> {
  const rows: { kind: string }[] = await world.owner.query(
    `SELECT e.kind FROM record_entry e JOIN record_log l ON l.id = e.log_id JOIN agreement a ON a.id = l.agreement_id
     JOIN organization o ON o.handle = $2 AND o.id IN (l.party_a, l.party_b)
     WHERE a.reference = $1 GROUP BY e.kind, e.at ORDER BY min(e.position)`,
    [reference, partner],
  );
  return rows.map(({ kind }) => kind);
}

const rejectionIn = async (mou: Instrument, person: PersonKey = 'pkcert-analyst'): Promise<unknown> =>
  (await mou.read(person)).facts.find(({ kind }: { kind: string }) => kind === 'rejected');

const tried = async (mou: Instrument, asker: Asker, path: string, body: object) => {
  const answer = await asker.ask(world).post(`/api/v1/agreements/${mou.reference}/${path}`).send(body);
  return [answer.status, (answer.body as { type?: string }).type?.replace('/problems/', '')];
};

describe('who may reject and withdraw', () => {
  let mou: Instrument;
  beforeAll(async () => {
    mou = await new Instrument(world, 'PK-DEAD-1').draft();
    await mou.done('pkcert-liaison', 'terms/1/submission');
    await mou.done('cncert-liaison', 'terms/1/signatures');
  });

  test.each(everyone)('$name', async (asker) => {
    const party = FOUNDERS.includes(asker.organization);
    const refusal = expectedRefusal(asker, ['liaison']);
    const expected = (own: [number, string | undefined]) => {
      if (refusal) return expect.arrayContaining([refusal]) as unknown;
      return party ? own : [404, 'not-found'];
    };
    // Nobody of these may: it is the drafter's to withdraw and its ministry's to reject, which follows below.
    if (asker.is.includes('liaison') && asker.organization === 'moitt') return;
    const rejected = await tried(mou, asker, 'terms/1/rejections', because);
    const role = asker.organization === 'cncert' ? [409, 'terms/signed-already'] : [422, 'invalid'];
    expect(rejected).toEqual(expected(role as [number, string]));
    expect(await tried(mou, asker, 'terms/1/withdrawal', {})).toEqual(
      expected([403, 'agreement/not-your-role']),
    );
  });

  test('nothing of these attempts is on record; the ministry then withdraws what it drafted', async () => {
    expect((await mou.read()).terms[0].came_to_nothing).toBeNull();
    const { state, terms: versions, next_steps } = await mou.done('moitt-liaison', 'terms/1/withdrawal');
    expect([state.statements, versions[0].came_to_nothing]).toEqual([['withdrawn'], 'withdrawn']);
    expect(next_steps.map(({ step }: { step: string }) => step)).toEqual(['propose_terms', 'end']);
    const late = await mou.post('moitt-liaison', 'terms/1/signatures');
    expect([late.status, late.body.type, late.body.detail]).toEqual([
      409,
      '/problems/terms/withdrawn',
      expect.stringContaining('may propose terms'),
    ]);
    expect(await logged('PK-DEAD-1', 'cncert')).toEqual([
      'agreement-drafted',
      'terms-submitted',
      'agreement-signed',
      'terms-withdrawn',
    ]);
  });
});

describe('a rejection', () => {
  test('needs a reason, which the parties read, and leaves the terms in force as they are', async () => {
    const mou = await inForce(world, 'PK-DEAD-2');
    await mou.done('pkcert-liaison', 'terms', terms());
    await mou.done('pkcert-liaison', 'terms/2/submission');
    for (const body of [{}, { reason: '' }, { reason: '   ' }])
      expect((await mou.post('cncert-liaison', 'terms/2/rejections', body)).status).toBe(422);
    const effective_at = '2026-02-20T10:00:00.000Z';
    const rejected = await mou.done('cncert-liaison', 'terms/2/rejections', { ...because, effective_at });
    expect(rejected.state).toMatchObject({ in_force: true, terms_version: 1 });
    expect(rejected.state.statements).toContain('rejected');
    expect(await rejectionIn(mou, 'itu-liaison')).toMatchObject({
      ...{ kind: 'rejected', terms_version: 2, party: 'cncert', person: null, effective_at },
      ...{ ...because, counts_from: world.clock.now().toISOString() },
    });
    const found = await world.as('pkcert-auditor').get('/api/v1/agreements?state=rejected');
    expect(found.body.items.map(({ reference }: { reference: string }) => reference)).toEqual(['PK-DEAD-2']);
    for (const [person, path] of [
      ['moitt-liaison', 'approvals'],
      ['moitt-liaison', 'signatures'],
      ['pkcert-liaison', 'entry-into-force'],
      ['pkcert-liaison', 'withdrawal'],
    ] as const)
      expect((await mou.post(person, `terms/2/${path}`)).body.type).toBe('/problems/terms/rejected');
    await mou.done('cncert-liaison', 'terms', terms());
    await mou.sign(3);
    await mou.enter(3);
    expect((await mou.read()).state.terms_version).toBe(3);
  });

  test('on behalf of a cabinet counts once a second person has confirmed it', async () => {
    const mou = await new Instrument(world, 'PK-DEAD-3').draft();
    await mou.done('pkcert-liaison', 'terms/1/submission');
    const waiting = await mou.done('pkcert-liaison', 'terms/1/rejections', { ...cabinet, ...because });
    expect(waiting.terms[0].came_to_nothing).toBeNull();
    const { id } = await mou.fact('rejected');
    expect((await mou.post('pkcert-liaison', `facts/${id}/confirmation`)).status).toBe(403);
    const { terms: versions } = await mou.done('pkcert-second-liaison', `facts/${id}/confirmation`);
    expect(versions[0].came_to_nothing).toBe('rejected');
    expect((await logged('PK-DEAD-3', 'cncert')).slice(2)).toEqual([
      'terms-rejected',
      'agreement-fact-confirmed',
    ]);
  });
});

describe('who was to join with terms that come to nothing', () => {
  test('rejects them itself, is answered a last time, and reads nothing any more', async () => {
    const mou = await inForce(world, 'PK-DEAD-4');
    await mou.done('pkcert-liaison', 'terms', JOINING);
    await mou.done('pkcert-liaison', 'terms/2/submission');
    expect(await readers('PK-DEAD-4')).toEqual(['cncert', 'corvia', 'itu', 'moitt', 'pkcert']);
    const answer = await mou.done('corvia-liaison', 'terms/2/rejections', because);
    expect(answer.terms.map(({ number }: { number: number }) => number)).toEqual([2]);
    expect(answer.terms[0].came_to_nothing).toBe('rejected');
    expect(answer.facts.at(-1)).toMatchObject({ kind: 'rejected', party: 'corvia', ...because });
    expect(await readers('PK-DEAD-4')).toEqual(FOUNDERS);
    expect(await rejectionIn(mou)).toMatchObject({ ...answer.facts.at(-1), person: null });
    for (const partner of ['cncert', 'corvia'])
      expect((await logged('PK-DEAD-4', partner)).at(-1)).toBe('terms-rejected');
    // Its next attempt is one at an agreement that there is not.
    expect((await mou.post('corvia-liaison', 'terms/2/signatures')).status).toBe(404);
  });

  test('reads nothing any more when another party rejects them or they are withdrawn', async () => {
    for (const [reference, person, path] of [
      ['PK-DEAD-5', 'cncert-liaison', 'rejections'],
      ['PK-DEAD-6', 'pkcert-liaison', 'withdrawal'],
    ] as const) {
      const mou = await inForce(world, reference);
      await mou.done('pkcert-liaison', 'terms', JOINING);
      await mou.done('pkcert-liaison', 'terms/2/submission');
      await mou.done('corvia-liaison', 'terms/2/signatures');
      await mou.done(person, `terms/2/${path}`, because);
      expect(await readers(reference)).toEqual(FOUNDERS);
      // The log that it shares since the submission stays, and says why.
      expect(await logged(reference, 'corvia')).toEqual([
        'terms-submitted',
        'agreement-signed',
        path === 'rejections' ? 'terms-rejected' : 'terms-withdrawn',
      ]);
    }
  });

  test('never hears of a draft that is withdrawn', async () => {
    const mou = await inForce(world, 'PK-DEAD-7');
    await mou.done('pkcert-liaison', 'terms', JOINING);
    await mou.done('pkcert-liaison', 'terms/2/withdrawal');
    expect(await readers('PK-DEAD-7')).toEqual(FOUNDERS);
    expect(await logged('PK-DEAD-7', 'corvia')).toEqual([]);
    expect((await logged('PK-DEAD-7', 'cncert')).at(-1)).toBe('terms-withdrawn');
  });

  test('goes on to read what it is party to when later terms come to nothing', async () => {
    const mou = await inForce(world, 'PK-DEAD-8');
    await mou.done('pkcert-liaison', 'terms', JOINING);
    await mou.sign(2).catch(() => undefined);
    await mou.done('corvia-liaison', 'terms/2/signatures');
    await mou.enter(2);
    world.clock.advance(1);
    await mou.done('pkcert-liaison', 'terms', terms());
    await mou.done('pkcert-liaison', 'terms/3/submission');
    const rejected = await mou.done('corvia-liaison', 'terms/3/rejections', because);
    expect(rejected.state).toMatchObject({ in_force: true, terms_version: 2 });
    expect((await mou.read('corvia-liaison')).terms[1].came_to_nothing).toBe('rejected');
  });
});

test('of a rejection and a signature at once one is told that the other was first', async () => {
  const mou = await new Instrument(world, 'PK-DEAD-9').draft();
  await mou.done('pkcert-liaison', 'terms/1/submission');
  const answers = await Promise.all([
    mou.post('cncert-liaison', 'terms/1/rejections', because),
    mou.post('cncert-liaison', 'terms/1/signatures'),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
});
