import { PATH } from '../advisories/advisory-world';
import { addedToHouseLog, everyone, expectedRefusal, type World } from '../cast';
import { type Consent, Consenting, EVIDENCE } from './consents-world';
import { expected } from './sharing-world';

const ABSENT = '0b9e4c1a-0000-4000-8000-000000000000';
let consenting: Consenting;
let world: World;
let item: string;
beforeAll(async () => {
  consenting = await Consenting.start();
  ({ world } = consenting);
  item = await consenting.imported('Of another publisher');
});
afterAll(() => world.close());

const codeOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { type: string }).type,
];

describe('a consent', () => {
  it('counts once a second person has confirmed it, and is on the record of the owner', async () => {
    let recorded: Consent | undefined;
    const entries = await addedToHouseLog(world, 'pkcert', async () => {
      recorded = (await expected(201, consenting.record(item))) as Consent;
      expect(recorded).toMatchObject({
        to: 'partners',
        state: 'unconfirmed',
        counts_from: null,
        recorded_by: 'Hamid Raza (invented)',
        confirmed_by: null,
      });
      const own = await consenting.confirm(item, recorded.id, 'pkcert-liaison');
      expect(codeOf(own)).toEqual([403, '/problems/consent/second-person']);
      const confirmed = await consenting.confirm(item, recorded.id, 'pkcert-second-liaison');
      expect(confirmed.body).toMatchObject({
        state: 'counted',
        counts_from: world.clock.now().toISOString(),
        confirmed_by: 'Saima Aftab (invented)',
      });
      expect(codeOf(await consenting.confirm(item, recorded.id))).toEqual([
        409,
        '/problems/consent/confirmed',
      ]);
      expect((await consenting.revoke(item, recorded.id)).body).toMatchObject({
        state: 'revoked',
        revocation_reason: 'The source says so.',
      });
      expect(codeOf(await consenting.revoke(item, recorded.id))).toEqual([409, '/problems/consent/revoked']);
    });
    expect(entries.map(({ kind }) => kind)).toEqual([
      'consent-recorded',
      'consent-confirmed',
      'consent-revoked',
    ]);
    for (const { shared } of entries)
      expect(shared).toMatchObject({
        consent: recorded!.id,
        item,
        to: 'partners',
        evidence_sha256: EVIDENCE,
      });
    // What people said is content, which can be erased.
    expect(JSON.stringify(entries)).not.toMatch(/Corvia CERT|The source says so/);
  });

  it('is not confirmed once it has lapsed or was revoked', async () => {
    const brief = (await expected(
      201,
      consenting.record(item, { valid_until: consenting.hours(1) }),
    )) as Consent;
    const taken = (await expected(201, consenting.record(item))) as Consent;
    await expected(201, consenting.revoke(item, taken.id));
    world.clock.advance(3_600_000);
    expect(codeOf(await consenting.confirm(item, brief.id))).toEqual([409, '/problems/consent/lapsed']);
    expect(codeOf(await consenting.revoke(item, brief.id))).toEqual([409, '/problems/consent/lapsed']);
    expect(codeOf(await consenting.confirm(item, taken.id))).toEqual([409, '/problems/consent/revoked']);
  });

  it('is to come where it begins later', async () => {
    const body = { valid_from: consenting.hours(1), valid_until: consenting.hours(2), to: 'cncert' };
    const id = await consenting.counted(item, body);
    const state = async () => (await consenting.list(item, '?limit=200')).items.find((one) => one.id === id);
    expect(await state()).toMatchObject({ to: 'cncert', state: 'to_come', counts_from: body.valid_from });
    world.clock.set(body.valid_from);
    expect(await state()).toMatchObject({ state: 'counted' });
    world.clock.set(body.valid_until);
    expect(await state()).toMatchObject({ state: 'lapsed' });
  });

  it('is of another publisher’s content: for what is one’s own there is none to record', async () => {
    const own = await consenting.desk.draft();
    expect(codeOf(await consenting.record(own))).toEqual([409, '/problems/consent/not-third-party']);
  });

  it('is listed page by page', async () => {
    const whole = (await consenting.list(item, '?limit=200')).items;
    const first = await consenting.list(item, '?limit=2');
    const rest = await consenting.list(item, `?limit=200&cursor=${first.next}`);
    expect(whole.length).toBeGreaterThan(2);
    expect([...first.items, ...rest.items]).toEqual(whole);
  });

  it('is named by the reference of the advisory as well, and belongs to its own advisory', async () => {
    const { reference } = (await world.as('pkcert-analyst').get(`${PATH}/${item}`)).body as {
      reference: string;
    };
    expect((await consenting.list(reference, '?limit=1')).items).toHaveLength(1);
    const other = await consenting.imported('Another');
    const { id } = (await expected(201, consenting.record(other))) as Consent;
    expect((await consenting.confirm(item, id)).status).toBe(404);
    expect((await consenting.revoke(item, id)).status).toBe(404);
    expect((await consenting.confirm(other, 'no-id')).status).toBe(404);
  });

  it('is confirmed once, by whoever comes first', async () => {
    const { id } = (await expected(201, consenting.record(item))) as Consent;
    const answers = await Promise.all(
      (['pkcert-releaser', 'pkcert-second-liaison', 'pkcert-releaser'] as const).map((person) =>
        consenting.confirm(item, id, person),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('is repeated with an Idempotency-Key', async () => {
    const body = {
      source: 'A',
      to: 'partners',
      valid_until: consenting.hours(24),
      evidence_sha256: EVIDENCE,
    };
    const send = () =>
      world.as('pkcert-liaison').post(`${PATH}/${item}/consents`).set('Idempotency-Key', 'once').send(body);
    const [first, second] = [await send(), await send()];
    expect([second.status, second.text]).toEqual([201, first.text]);
  });
});

describe('bad input', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['no source', { source: undefined }, 'source'],
    ['a blank source', { source: '  ' }, 'source'],
    ['a source that is too long', { source: 'x'.repeat(301) }, 'source'],
    ['nobody', { to: undefined }, 'to'],
    ['who is not there', { to: 'nobody' }, 'to'],
    ['what is no handle', { to: 'No One' }, 'to'],
    ['the own team', { to: 'pkcert' }, 'to'],
    ['no end', { valid_until: undefined }, 'valid_until'],
    ['a day without a time', { valid_until: '2027-01-01' }, 'valid_until'],
    ['an end that is over', { valid_until: '2026-01-01T00:00:00Z' }, 'valid_until'],
    [
      'an end before the beginning',
      { valid_from: '2027-02-01T00:00:00Z', valid_until: '2027-01-01T00:00:00Z' },
      'valid_until',
    ],
    ['a beginning that is none', { valid_from: null }, 'valid_from'],
    ['no evidence', { evidence_sha256: undefined }, 'evidence_sha256'],
    ['evidence that is no digest', { evidence_sha256: 'AB'.repeat(32) }, 'evidence_sha256'],
    ['an unknown field', { note: 'x' }, 'note'],
  ])('refuses %s', async (_, change, field) => {
    const answer = await consenting.record(item, change);
    const { errors } = answer.body as { errors: { field: string }[] };
    expect([...codeOf(answer), errors.map((one) => one.field)]).toEqual([
      422,
      '/problems/invalid',
      expect.arrayContaining([field]),
    ]);
  });

  it.each([{}, { reason: 'x' }, { reason: '   ' }, { reason: 'x'.repeat(2001) }, { reason: null }])(
    'refuses to revoke for %j',
    async (body) => {
      const path = `${PATH}/${item}/consents/${ABSENT}/revocation`;
      expect((await world.as('pkcert-liaison').post(path).send(body)).status).toBe(422);
    },
  );
});

it.each(everyone)('is the owner’s alone, by role: $name', async (asker) => {
  const caller = asker.ask(world);
  const path = `${PATH}/${item}/consents`;
  const own = asker.organization === 'pkcert';
  const body = { source: 'A', to: 'partners', valid_until: consenting.hours(24), evidence_sha256: EVIDENCE };
  const recorded = await caller.post(path).send(body);
  expect(recorded.status).toBe(expectedRefusal(asker, ['liaison']) ?? (own ? 201 : 404));
  const listed = await caller.get(path);
  expect(listed.status).toBe(expectedRefusal(asker, ['person']) ?? (own ? 200 : 404));
  const absent = await caller.get(`${PATH}/${ABSENT}/consents`);
  if (!own) expect(listed.text).toBe(absent.text);
  const confirmed = await caller.post(`${path}/${ABSENT}/confirmation`).send();
  expect(confirmed.status).toBe(expectedRefusal(asker, ['liaison', 'releaser']) ?? 404);
  const revoked = await caller.post(`${path}/${ABSENT}/revocation`).send({ reason: 'Of a test.' });
  expect(revoked.status).toBe(expectedRefusal(asker, ['liaison', 'releaser', 'duty-officer']) ?? 404);
});
