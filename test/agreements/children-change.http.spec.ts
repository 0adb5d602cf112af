import { startWorld, type World } from '../cast';
import { grant, inForce, Instrument, terms } from './agreement-world';
import { annex, signedBelow } from './below';
import { draftingIn, fieldsOf, type Problem } from './drafting-below';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await inForce(world, 'PK-TOP-1');
});
afterAll(() => world.close());

describe('what stands below an agreement that changes', () => {
  it('is refused its entry into force where it has become wider, told where it is, and holds as the stricter', async () => {
    const top = await inForce(world, 'PK-TOP-5');
    const first = await signedBelow(world, 'PK-TOP-5-A1', 'PK-TOP-5');
    await first.enter();
    const second = await signedBelow(world, 'PK-TOP-5-A2', 'PK-TOP-5');
    const narrower = { grants: [grant('pkcert', 'cncert', { categories: ['vulnerable'] })] };
    await top.done('pkcert-liaison', 'terms', terms(narrower));
    await top.sign(2);
    await top.enter(2);

    const { status, body } = await second.post('cncert-liaison', 'terms/1/entry-into-force');
    const { type, errors = [] } = body as Problem;
    expect([status, type, ...fieldsOf(errors)]).toEqual([
      409,
      '/problems/terms/wider-than-parent',
      'grants.0.categories terms/wider-than-parent',
    ]);
    expect((await first.read()).conflicts).toEqual([
      {
        terms_version: 1,
        from: 'pkcert',
        to: 'cncert',
        field: 'categories',
        says: expect.stringContaining('malicious-code/c2-server') as string,
        parent_says: expect.not.stringContaining('malicious-code/c2-server') as string,
      },
    ]);
    const { children } = (await top.read()) as { children: { reference: string; conflicts: boolean }[] };
    expect(children.map(({ reference, conflicts }) => [reference, conflicts])).toEqual([
      ['PK-TOP-5-A1', true],
      ['PK-TOP-5-A2', true],
    ]);
    const proposed = await first.post('pkcert-liaison', 'terms', annex('PK-TOP-5').terms);
    expect([proposed.status, (proposed.body as Problem).type]).toEqual([
      422,
      '/problems/terms/wider-than-parent',
    ]);
  });

  it('enters into force not before it, and ends with it', async () => {
    const top = await new Instrument(world, 'PK-TOP-6').draft();
    await top.sign();
    const child = await signedBelow(world, 'PK-TOP-6-A1', 'PK-TOP-6');
    const early = await child.post('cncert-liaison', 'terms/1/entry-into-force');
    expect([early.status, (early.body as Problem).type]).toEqual([409, '/problems/agreement/parent']);
    await top.enter();
    await child.enter();
    expect((await child.read()).state.in_force).toBe(true);
    await top.done('pkcert-liaison', 'end', { reason: 'It is over.' });
    expect((await child.read()).state).toMatchObject({ in_force: false, ended: true });
    const proposed = await child.post('pkcert-liaison', 'terms', annex('PK-TOP-6').terms);
    expect([proposed.status, (proposed.body as Problem).type]).toEqual([409, '/problems/agreement/ended']);
  });

  it('may be joined by whoever has joined above, and by nobody else', async () => {
    const child = await new Instrument(world, 'PK-TOP-1-A1').draft(annex('PK-TOP-1'));
    const corvia = { organization: 'corvia', roles: ['signatory', 'operating_cert'] };
    const { status, body } = await child.post('pkcert-liaison', 'terms', {
      ...annex('PK-TOP-1').terms,
      joining: [corvia],
    });
    expect([status, ...fieldsOf((body as Problem).errors ?? [])]).toEqual([422, 'joining agreement/parties']);
  });

  it('has an operating procedure below an annex, held to the annex', async () => {
    await (await signedBelow(world, 'PK-TOP-1-A3', 'PK-TOP-1')).enter();
    const procedure = { ...annex('PK-TOP-1-A3'), kind: 'sop' };
    expect((await draftingIn(world, 'PK-TOP-1-S1', procedure)).status).toBe(201);
    const wide = annex(
      'PK-TOP-1-A3',
      { kind: 'sop' },
      {
        information_types: [{ type: 'threat_report', tlp_ceiling: 'GREEN' }],
      },
    );
    expect((await draftingIn(world, 'PK-TOP-1-S2', wide)).code).toBe('terms/wider-than-parent');
    expect((await draftingIn(world, 'PK-TOP-1-S3', annex('PK-TOP-1-S1'))).status).toBe(422);
  });

  it('tells nobody of a direction by itself', async () => {
    const { body } = await world.as('pkcert-liaison').get('/api/v1/me');
    const agreements = (body as { directions: { agreement: string }[] }).directions.map(
      ({ agreement }) => agreement,
    );
    expect(agreements).toContain('PK-TOP-1');
    expect(agreements).not.toContain('PK-TOP-1-A3');
  });
});
