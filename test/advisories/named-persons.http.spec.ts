import { startWorld, type World } from '../cast';
import { inForce } from '../agreements/agreement-world';

describe('naming duty officers', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await inForce(world, 'PK-CN-NAMING');
  });
  afterAll(() => world.close());
  const LABELS = {
    tlp: 'RED',
    information_type: 'threat_report',
    categories: ['fraud/phishing'],
    sectors: ['banking'],
    audience: { include: 'partners' },
  };
  const draft = (handling: object) =>
    world
      .as('pkcert-analyst')
      .post('/api/v1/advisories')
      .send({ title: 'Red', summary: 'Of a test.', handling: { ...LABELS, ...handling } });

  it.each<[string, () => object, string, string]>([
    [
      'a person of her own',
      () => ({ named_persons: [world.people['pkcert-duty-officer']] }),
      '[0]',
      'duty-officer',
    ],
    ['no duty officer', () => ({ named_persons: [world.people['cncert-liaison']] }), '[0]', 'duty-officer'],
    [
      'nobody at all, second',
      () => ({
        named_persons: [world.people['cncert-duty-officer'], '0b9e4c1a-0000-4000-8000-000000000000'],
      }),
      '[1]',
      'duty-officer',
    ],
    [
      'somebody beside another marking',
      () => ({ tlp: 'AMBER', named_persons: [world.people['cncert-duty-officer']] }),
      '',
      'red-only',
    ],
  ])('refuses %s', async (_, handling, place, rule) => {
    const { status, body } = await draft(handling());
    expect([status, body]).toMatchObject([
      422,
      { errors: [{ field: `handling.named_persons${place}`, rule }] },
    ]);
  });

  it('refuses another marking over names that stay, and takes it with an empty list', async () => {
    const named_persons = [world.people['cncert-duty-officer'].toUpperCase()];
    const { body } = await draft({ named_persons });
    const { id } = body as { id: string };
    const version = (base: number, handling: object) =>
      world.as('pkcert-analyst').post(`/api/v1/advisories/${id}/versions`).send({ base, handling });
    expect((await version(1, { tlp: 'AMBER' })).body).toMatchObject({ errors: [{ rule: 'red-only' }] });
    expect((await version(1, { tlp: 'AMBER', named_persons: [] })).status).toBe(201);
    expect((await world.as('pkcert-analyst').get(`/api/v1/advisories/${id}`)).body).toMatchObject({
      versions: [
        { handling: { tlp: 'RED', named_persons: [world.people['cncert-duty-officer']] } },
        { handling: { tlp: 'AMBER', named_persons: [] } },
      ],
    });
  });
});
