import { addedToHouseLog, everyone, expectedRefusal, type PersonKey, startWorld, type World } from '../cast';
import { NAMED, VERIFICATIONS, YEAR } from '../disclosure/named-world';
import { grant, inForce, Instrument } from './agreement-world';

const OFFICERS = '/api/v1/duty-officers';
const MINE = '/api/v1/me/verifications';
const DAY = 86_400_000;

interface Officers {
  items: { id: string; name: string; organization: string; verified_until: string | null }[];
}
interface Verification {
  id: string;
}

describe('duty officers', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await inForce(world, 'PK-CN-OFFICERS');
    // With Corvia there are terms, but none in force.
    await new Instrument(world, 'PK-XC-DRAFT').draft({
      parties: [
        { organization: 'moitt', roles: ['signatory'] },
        { organization: 'pkcert', roles: ['operating_cert'] },
        { organization: 'corvia', roles: ['signatory', 'operating_cert'] },
      ],
      terms: { grants: [grant('pkcert', 'corvia')] },
    });
    await world.owner.query(
      `INSERT INTO account_role (account_id, role, granted_at) VALUES ($1, 'duty-officer', now())`,
      [world.people['corvia-liaison']],
    );
  });
  afterAll(() => world.close());
  const at = (milliseconds: number) => new Date(world.clock.now().getTime() + milliseconds).toISOString();
  const body = (change: object = {}) => ({
    person: world.people['cncert-duty-officer'],
    method: 'video',
    valid_until: at(YEAR),
    ...change,
  });
  const verify = (change: object = {}, person: PersonKey = 'pkcert-duty-officer') =>
    world.as(person).post(VERIFICATIONS).send(body(change));

  it('are listed to those who name or verify them: of partners alone with which an agreement is in force', async () => {
    const listed = async (person: PersonKey) =>
      ((await world.as(person).get(OFFICERS)).body as Officers).items;
    const zhao = {
      id: world.people['cncert-duty-officer'],
      name: 'Zhao Wen (invented)',
      organization: 'cncert',
      verified_until: null,
    };
    expect(await listed('pkcert-analyst')).toEqual([zhao]);
    expect((await listed('cncert-liaison')).map(({ organization }) => organization)).toEqual(['pkcert']);
    for (const person of ['corvia-liaison', 'dunmere-liaison', 'moitt-liaison', 'banking-analyst'] as const)
      expect([person, await listed(person)]).toEqual([person, []]);
  });

  it('are for those alone who are to know, whoever of the cast asks', async () => {
    for (const asker of everyone)
      for (const [method, path, declared] of [
        ['get', OFFICERS, ['analyst', 'releaser', 'liaison', 'duty-officer']],
        ['get', VERIFICATIONS, ['analyst', 'releaser', 'liaison', 'duty-officer', 'auditor']],
        ['post', VERIFICATIONS, ['liaison', 'duty-officer']],
        [
          'post',
          `${VERIFICATIONS}/0b9e4c1a-0000-4000-8000-000000000000/revocation`,
          ['liaison', 'duty-officer'],
        ],
        ['get', MINE, ['person']],
        ['get', NAMED, ['duty-officer']],
      ] as const) {
        if (asker.person === 'corvia-liaison') continue;
        const { status } = await asker.ask(world)[method](path);
        const refused = expectedRefusal(asker, declared);
        if (refused) expect([asker.name, path, status]).toEqual([asker.name, path, refused]);
        else
          expect([asker.name, path, [200, 404, 415, 422].includes(status)]).toEqual([asker.name, path, true]);
      }
  });

  it('are verified by a liaison or duty officer of the partner, who says how and until when; the house log has it', async () => {
    const [entry] = await addedToHouseLog(world, 'pkcert', async () => {
      const { status, body: made } = await verify({ verified_at: at(-DAY), note: 'Saw her face.' });
      expect([status, made]).toMatchObject([
        201,
        {
          person: world.people['cncert-duty-officer'],
          organization: 'cncert',
          method: 'video',
          verified_at: at(-DAY),
          valid_from: at(0),
          note: 'Saw her face.',
          recorded_by: world.people['pkcert-duty-officer'],
          valid: true,
          ended_at: null,
        },
      ]);
    });
    expect(entry).toMatchObject({
      kind: 'duty-officer/verified',
      shared: { by: world.people['pkcert-duty-officer'], organization: 'cncert', method: 'video' },
    });
    const [zhao] = ((await world.as('pkcert-liaison').get(OFFICERS)).body as Officers).items;
    expect(zhao!.verified_until).toBe(at(YEAR));
  });

  it('read who has verified them and until when, and neither by whom nor why it ended', async () => {
    const { id } = (await verify()).body as Verification;
    const revocation = `${VERIFICATIONS}/${id}/revocation`;
    const { body: ended } = await world
      .as('pkcert-liaison')
      .post(revocation)
      .send({ reason: 'She hung up.' });
    expect(ended).toMatchObject({
      valid: false,
      ended_because: 'revoked',
      ended_by: world.people['pkcert-liaison'],
      reason: 'She hung up.',
    });
    const { text, body: mine } = await world.as('cncert-duty-officer').get(`${MINE}?limit=1`);
    expect(mine).toMatchObject({ items: [{ id, verified_by: 'pkcert', valid: false, ended_at: at(0) }] });
    expect(text).not.toMatch(/hung up|recorded_by|reason/);
    expect((await world.as('cncert-liaison').get(MINE)).body).toEqual({ items: [], next: null });
    // To others there is no such verification.
    for (const person of ['cncert-duty-officer', 'corvia-liaison', 'dunmere-liaison'] as const)
      expect((await world.as(person).post(revocation).send({ reason: 'Mine.' })).status).toBe(404);
    const twice = await world.as('pkcert-liaison').post(revocation).send({ reason: 'Again.' });
    expect([twice.status, (twice.body as { type: string }).type]).toEqual([
      409,
      '/problems/verification/over',
    ]);
  });

  it.each<[string, () => object, string, string]>([
    ['for more than 366 days', () => ({ valid_until: at(366 * DAY + 1) }), 'valid_until', 'longest'],
    [
      'for more than 366 days from when she was verified',
      () => ({ verified_at: at(-2 * DAY), valid_until: at(365 * DAY) }),
      'valid_until',
      'longest',
    ],
    ['until now', () => ({ valid_until: at(0) }), 'valid_until', 'future'],
    ['from an instant to come', () => ({ verified_at: at(1) }), 'verified_at', 'past'],
    ['in no way that is known', () => ({ method: 'hearsay' }), 'method', 'isIn'],
    ['without a blank note', () => ({ note: ' ' }), 'note', 'matches'],
    [
      'where she is no duty officer',
      () => ({ person: world.people['cncert-liaison'] }),
      'person',
      'duty-officer',
    ],
    [
      'where no agreement is in force',
      () => ({ person: world.people['corvia-liaison'] }),
      'person',
      'duty-officer',
    ],
    [
      'where she is of the own organization',
      () => ({ person: world.people['pkcert-duty-officer'] }),
      'person',
      'duty-officer',
    ],
    [
      'where there is nobody',
      () => ({ person: '0b9e4c1a-0000-4000-8000-000000000000' }),
      'person',
      'duty-officer',
    ],
  ])('are not verified %s', async (_, change, field, rule) => {
    const { status, body: problem } = await verify(change());
    expect([status, problem]).toMatchObject([422, { errors: [{ field, rule }] }]);
  });

  it('are verified for 366 days to the millisecond, and in the four ways', async () => {
    for (const method of ['call_back', 'in_person', 'video', 'signed_message'])
      expect((await verify({ method, valid_until: at(366 * DAY) })).status).toBe(201);
  });

  it('are verified by no one for herself: the database refuses that too, and who is none', async () => {
    const insert = (verifier: string, account: PersonKey, organization: string, by: PersonKey) =>
      world.owner.query(
        `INSERT INTO duty_officer_verification (id, verifier_id, account_id, organization_id, method, verified_at, valid_until, recorded_at, recorded_by)
         VALUES (gen_random_uuid(), $1, $2, $3, 'video', now(), now() + interval '1 day', now(), $4)`,
        [verifier, world.people[account], organization, world.people[by]],
      );
    const { cncert, pkcert } = world.organizations;
    await expect(insert(cncert, 'cncert-duty-officer', cncert, 'cncert-liaison')).rejects.toThrow('check');
    await expect(insert(pkcert, 'cncert-duty-officer', cncert, 'cncert-duty-officer')).rejects.toThrow(
      'foreign key',
    );
    await expect(insert(pkcert, 'cncert-liaison', cncert, 'pkcert-liaison')).rejects.toThrow(
      'only a duty officer is verified',
    );
  });
});
