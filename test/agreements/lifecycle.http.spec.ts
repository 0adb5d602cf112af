import { startWorld, type World } from '../cast';
import { cabinet, grant, inForce, Instrument, memorandum, terms } from './agreement-world';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const days = (count: number) => new Date(world.clock.now().getTime() + count * 86_400_000).toISOString();

describe('an agreement from draft to entry into force', () => {
  test('is in force once approved, signed by all and entered, and not before', async () => {
    const mou = await new Instrument(world, 'PK-LIFE-1').draft();
    expect((await mou.read()).state.statements).toEqual(['draft']);
    await mou.done('moitt-liaison', 'terms/1/submission', { reason: 'agreed in round two' });
    expect((await mou.post('cncert-liaison', 'terms/1/entry-into-force')).body).toMatchObject({
      status: 409,
      type: '/problems/terms/incomplete',
    });
    await mou.done('pkcert-liaison', 'terms/1/approvals', cabinet);
    await mou.done('moitt-liaison', 'terms/1/signatures', { effective_at: '2026-02-20T10:00:00+05:00' });
    await mou.done('cncert-liaison', 'terms/1/signatures');
    const pending = await mou.read();
    expect(pending.state.statements).toEqual(['submitted', 'signed']);
    expect(pending.next_steps[0]).toEqual({ step: 'confirm', terms_version: 1, by: ['pkcert'] });
    expect((await mou.post('cncert-liaison', 'terms/1/entry-into-force')).status).toBe(409);

    const { id } = await mou.fact('approved');
    expect((await mou.post('pkcert-liaison', `facts/${id}/confirmation`)).body.type).toBe(
      '/problems/fact/second-person',
    );
    expect((await mou.post('cncert-liaison', `facts/${id}/confirmation`)).status).toBe(403);
    await mou.done('pkcert-second-liaison', `facts/${id}/confirmation`);
    const entered = await mou.done('cncert-liaison', 'terms/1/entry-into-force');
    expect(entered.state).toMatchObject({
      in_force: true,
      terms_version: 1,
      in_force_since: world.clock.now().toISOString(),
      suspended: 'no',
      statements: ['submitted', 'approved', 'signed', 'in_force'],
    });
  });

  test('begins at the instant named, to the millisecond', async () => {
    const mou = await (await new Instrument(world, 'PK-LIFE-2').draft()).sign();
    const start = days(2);
    await mou.enter(1, { effective_at: start });
    for (const [shift, is] of [
      [-1, false],
      [0, true],
    ] as const) {
      world.clock.set(new Date(Date.parse(start) + shift).toISOString());
      expect((await mou.read()).state.in_force).toBe(is);
    }
  });

  test('shows grants as codes and as sentences, classes expanded', async () => {
    const mou = await new Instrument(world, 'PK-LIFE-3').draft();
    const [version] = (await mou.read()).terms;
    expect(version.grants).toHaveLength(2);
    expect(version.grants[1].categories).toContain('vulnerable/weak-crypto');
    expect(version.grants[1].categories).not.toContain('vulnerable');
    expect(version.grants[1].in_words).toContain('threat report up to TLP:AMBER');
    expect(version.grants[1].in_words).toContain(
      'PKCERT (demonstration) lets CNCERT/CC (demonstration) have',
    );
  });

  test('has the same hash however its terms were typed in', async () => {
    const grants = [grant('cncert', 'pkcert'), grant('pkcert', 'cncert')].map((one) => ({
      ...one,
      information_types: one.information_types.toReversed(),
      categories: one.categories.toReversed(),
    }));
    const mou = await new Instrument(world, 'PK-LIFE-4').draft();
    await mou.done('cncert-liaison', 'terms', { corrections: 'none', grants });
    await mou.done('cncert-liaison', 'terms', { corrections: 'allowed', grants });
    const hashes = (await mou.read()).terms.map((one: { canonical_sha256: string }) => one.canonical_sha256);
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[0]).not.toBe(hashes[2]);
  });
});

describe('an amendment', () => {
  test('takes over from the terms in force, which hold until then, and never the other way', async () => {
    const mou = await inForce(world, 'PK-LIFE-5');
    await mou.done('pkcert-liaison', 'terms', terms());
    await mou.done('pkcert-liaison', 'terms', terms({ corrections: 'allowed' }));
    const proposed = await mou.read();
    expect(proposed.state).toMatchObject({ in_force: true, terms_version: 1 });
    expect(proposed.state.statements).toContain('draft');
    await mou.sign(3);
    await mou.sign(2);
    await mou.enter(3);
    expect((await mou.read()).state.terms_version).toBe(3);
    expect((await mou.post('cncert-liaison', 'terms/2/entry-into-force')).body.type).toBe(
      '/problems/terms/overtaken',
    );
    const [{ n }] = await world.owner.query(
      `SELECT count(*)::int AS n FROM exchange_grant g JOIN exchange_grant p ON p.id = g.predecessor_id
       JOIN agreement a ON a.id = g.agreement_id WHERE a.reference = 'PK-LIFE-5' AND p.from_id = g.from_id AND p.to_id = g.to_id`,
    );
    expect(n).toBe(4);
  });

  test('drawn up before the present terms entered into force has to be drawn up again', async () => {
    const mou = await new Instrument(world, 'PK-LIFE-6').draft();
    await mou.done('pkcert-liaison', 'terms', terms());
    world.clock.advance(1);
    await mou.sign(1);
    await mou.enter(1);
    expect((await mou.post('pkcert-liaison', 'terms/2/submission')).body.type).toBe(
      '/problems/terms/overtaken',
    );
  });
});

describe('the end of an agreement', () => {
  test('by notice leaves it in force until the instant named, and not one millisecond longer', async () => {
    const mou = await inForce(world, 'PK-LIFE-7');
    const end = days(90);
    const noticed = await mou.done('cncert-liaison', 'notice', { effective_at: end });
    expect(noticed.state).toMatchObject({ in_force: true, notice_given: true, ends_at: end, ended: false });
    expect((await mou.post('pkcert-liaison', 'end', { reason: 'sooner' })).body.type).toBe(
      '/problems/agreement/end-recorded',
    );
    const now = world.clock.now().toISOString();
    world.clock.set(new Date(Date.parse(end) - 1).toISOString());
    expect((await mou.read()).state.in_force).toBe(true);
    world.clock.set(end);
    const after = await mou.read();
    expect(after.state).toMatchObject({ in_force: false, ended: true });
    expect(after.next_steps).toEqual([]);
    expect((await mou.post('pkcert-liaison', 'terms', terms())).body.type).toBe('/problems/agreement/ended');
    world.clock.set(now);
  });

  test('without notice takes effect at once', async () => {
    const mou = await inForce(world, 'PK-LIFE-8');
    const ended = await mou.done('pkcert-liaison', 'end', { reason: 'by consent of both sides' });
    expect(ended.state.statements).toContain('ended');
    expect(ended.state.in_force).toBe(false);
  });

  test('by expiry needs nobody to record it', async () => {
    const expires_at = days(30);
    const mou = await inForce(world, 'PK-LIFE-9', { terms: terms({ expires_at }) });
    world.clock.set(expires_at);
    expect((await mou.read()).state).toMatchObject({ in_force: false, expired: true, ended: false });
  });
});

test('an agreement that sets up a centre is in force and grants nothing', async () => {
  const centre = new Instrument(world, 'PK-ITU-2026');
  await centre.draft({
    kind: 'host_or_capacity_agreement',
    parties: [
      { organization: 'moitt', roles: ['signatory'] },
      { organization: 'itu', roles: ['signatory'] },
    ],
    terms: { grants: [] },
  });
  await centre.done('moitt-liaison', 'terms/1/submission');
  await centre.done('moitt-liaison', 'terms/1/signatures');
  await centre.done('itu-liaison', 'terms/1/signatures');
  const entered = await centre.done('itu-liaison', 'terms/1/entry-into-force');
  expect(entered.state.in_force).toBe(true);
  expect(entered.terms[0].grants).toEqual([]);
});

describe('listing agreements', () => {
  test('pages through each once, and keeps those of a state', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const answer = await world
        .as('cncert-auditor')
        .get('/api/v1/agreements')
        .query({ limit: 2, ...(next ? { cursor: next } : {}) });
      seen.push(...answer.body.items.map((one: { reference: string }) => one.reference));
      next = answer.body.next;
    }
    expect(seen).toEqual([...new Set(seen)].toSorted());
    expect(seen).toHaveLength(9);
    const ended = await world.as('cncert-auditor').get('/api/v1/agreements?state=ended');
    expect(ended.body.items.map((one: { reference: string }) => one.reference)).toEqual(['PK-LIFE-8']);
    const first = await world.as('cncert-auditor').get('/api/v1/agreements?state=in_force&limit=1');
    expect(first.body.items).toHaveLength(1);
    const treaties = await world.as('cncert-auditor').get('/api/v1/agreements?kind=treaty');
    expect(treaties.body).toEqual({ items: [], next: null });
    const foreign = await world
      .as('pkcert-auditor')
      .get('/api/v1/agreements')
      .query({ state: 'in_force', cursor: first.body.next });
    expect(foreign.status).toBe(400);
  });

  test('never tells abroad that a reference is taken', async () => {
    const probe = (reference: string) =>
      world
        .as('corvia-liaison')
        .post('/api/v1/agreements')
        .send(
          memorandum(reference, {
            parties: [{ organization: 'corvia', roles: ['signatory', 'operating_cert'] }],
            kind: 'host_or_capacity_agreement',
            terms: { grants: [] },
          }),
        );
    const [taken, free] = [await probe('PK-LIFE-1'), await probe('PK-FREE-1')];
    expect(taken.status).toBe(422);
    expect(taken.text).toBe(free.text);
    const own = await world.as('moitt-liaison').post('/api/v1/agreements').send(memorandum('PK-LIFE-1'));
    expect(own.body.type).toBe('/problems/agreement/reference-taken');
  });
});
