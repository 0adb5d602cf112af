import { addedToHouseLog, type Asker, everyone, expectedRefusal } from '../../cast';
import { expected } from '../sharing-world';
import { DAY, Routine, RULES } from './standing-world';

let stage: Routine;
beforeAll(async () => {
  stage = await Routine.start();
});
afterAll(() => stage.world.close());

describe('a standing rule', () => {
  it('lets nothing go until another releaser confirms it, and is ended by one', async () => {
    const added = await addedToHouseLog(stage.world, 'pkcert', async () => {
      const { id, state } = await stage.proposed();
      expect(state).toBe('proposed');
      const alone = await stage.world.as('pkcert-senior-analyst').post(`${RULES}/${id}/confirmation`);
      expect([alone.status, alone.text.includes('standing-rule/second-person')]).toEqual([403, true]);
      const confirm = () => stage.world.as('pkcert-releaser').post(`${RULES}/${id}/confirmation`);
      expect(await expected(201, confirm())).toMatchObject({ state: 'in_force' });
      expect((await confirm()).status).toBe(409);
      const end = () =>
        stage.world.as('pkcert-duty-officer').post(`${RULES}/${id}/end`).send({ reason: 'Not needed.' });
      expect(await expected(201, end())).toMatchObject({ state: 'ended', end_reason: 'Not needed.' });
      expect((await end()).status).toBe(409);
    });
    expect(added.map(({ kind }) => kind)).toEqual([
      'standing-rule/proposed',
      'standing-rule/confirmed',
      'standing-rule/ended',
    ]);
  });

  it('is confirmed once, however many confirm it at the same time', async () => {
    const { id } = await stage.proposed();
    const confirm = () => stage.world.as('pkcert-releaser').post(`${RULES}/${id}/confirmation`);
    const answers = await Promise.all([confirm(), confirm(), confirm()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });

  it('that was ended before it was confirmed is not confirmed any more', async () => {
    const { id } = await stage.proposed();
    const ended = stage.world.as('pkcert-releaser').post(`${RULES}/${id}/end`).send({ reason: 'No.' });
    expect((await ended).status).toBe(201);
    expect((await stage.world.as('pkcert-releaser').post(`${RULES}/${id}/confirmation`)).status).toBe(409);
  });

  it.each([
    ['RED', { tlp_up_to: 'RED' }, 'tlp_up_to'],
    ['no type', { information_types: [] }, 'information_types'],
    ['a type that there is not', { information_types: ['rumour'] }, 'information_types'],
    ['nobody', { partners: [] }, 'partners'],
    ['somebody who does not exist', { partners: ['cncert', 'nobody-at-all'] }, 'partners.1'],
    ['itself', { partners: ['pkcert'] }, 'partners.0'],
    ['nothing a day', { per_day: 0 }, 'per_day'],
    ['too much a day', { per_day: 10_001 }, 'per_day'],
    ['no reason', { reason: ' ' }, 'reason'],
    ['no name', { name: 'x' }, 'name'],
    ['no end', { expires_at: null }, 'expires_at'],
  ])('for %s is refused, naming the field', async (_, change, field) => {
    const { status, body } = await stage.world.as('pkcert-releaser').post(RULES).send(stage.body(change));
    expect([status, (body as { errors: { field: string }[] }).errors.map((one) => one.field)]).toEqual([
      422,
      [field],
    ]);
  });

  it('ends after now, and at most 366 days ahead, to the millisecond', async () => {
    const now = stage.world.clock.now().getTime();
    for (const [ahead, status] of [
      [0, 422],
      [1000, 201],
      [366 * DAY, 201],
      [366 * DAY + 1000, 422],
    ] as const) {
      const body = stage.body({ expires_at: new Date(now + ahead).toISOString() });
      const answer = await stage.world.as('pkcert-releaser').post(RULES).send(body);
      expect([ahead, answer.status]).toEqual([ahead, status]);
    }
  });
});

describe.each(everyone)('$name', (asker: Asker) => {
  it('reads, proposes, confirms and ends what is its own, and nothing of others', async () => {
    const caller = asker.ask(stage.world);
    const own = asker.organization === 'pkcert';
    const { id } = await stage.proposed();
    const absent = '018f0000-0000-7000-8000-000000000000';
    const reader = expectedRefusal(asker, ['person']);
    const releaser = expectedRefusal(asker, ['releaser']);
    const ender = expectedRefusal(asker, ['releaser', 'duty-officer']);
    expect((await caller.get(`${RULES}/${absent}`)).status).toBe(reader ?? 404);
    expect((await caller.get(`${RULES}/${id}`)).status).toBe(reader ?? (own ? 200 : 404));
    const list = await caller.get(RULES);
    expect([list.status, list.text.includes(id)]).toEqual([reader ?? 200, own && reader === undefined]);
    const partners = { partners: [asker.organization === 'cncert' ? 'pkcert' : 'cncert'] };
    expect((await caller.post(RULES).send(stage.body(partners))).status).toBe(releaser ?? 201);
    const second = asker.person !== 'pkcert-senior-analyst';
    expect((await caller.post(`${RULES}/${id}/confirmation`)).status).toBe(
      releaser ?? (own ? (second ? 201 : 403) : 404),
    );
    expect((await caller.post(`${RULES}/${id}/end`).send({ reason: 'Enough.' })).status).toBe(
      ender ?? (own ? 201 : 404),
    );
  });
});
