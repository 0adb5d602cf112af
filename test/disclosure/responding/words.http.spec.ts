import type { RequestView } from '../../../src/disclosure/requests/request.view';
import { everyone, expectedRefusal, type PersonKey } from '../../cast';
import { PATH, Requests } from '../requests/request-world';
import { expected } from '../sharing-world';

const HOUR = 3_600_000;
const ABSENT = '0b9e4c1a-0000-4000-8000-000000000000';
let requests: Requests;
const now = () => requests.world.clock.now().getTime();
const iso = (at: number) => new Date(at).toISOString();
const both = ['cncert-liaison', 'pkcert-liaison'] as const;
const shown = async (id: string, by: PersonKey) => (await requests.show(id, by)) as unknown as RequestView;
const say = (id: string, note: unknown = 'Banks are being asked.', by: PersonKey = 'pkcert-releaser') =>
  requests.world.as(by).post(`${PATH}/${id}/updates`).send({ note });

beforeAll(async () => {
  requests = await Requests.start({ need: 'on_request', reach_back: 'all', update_interval_hours: 24 });
});
afterAll(() => requests.world.close());

describe('a word on an open request', () => {
  it('is due every so many hours, for both sides to see, a second before and after', async () => {
    const asked = now();
    const id = await requests.ask();
    const due = asked + 24 * HOUR;
    const overdue: unknown[] = [];
    for (const at of [due - 1000, due, due + 1000]) {
      requests.world.clock.set(iso(at));
      for (const by of both) {
        const { next_word } = await shown(id, by);
        expect(next_word).toMatchObject({ every_hours: 24, due_at: iso(due) });
        overdue.push(next_word?.overdue);
      }
    }
    expect(overdue).toEqual([false, false, true, true, true, true]);
    const said = now();
    await expected(201, say(id));
    for (const by of both)
      expect((await shown(id, by)).next_word).toEqual({
        ...{ every_hours: 24, due_at: iso(said + 24 * HOUR), overdue: false },
      });
    await requests.close(id);
    for (const by of both) expect((await shown(id, by)).next_word).toBeNull();
  });

  it('is read by both, and names the person to her own side alone', async () => {
    const id = await requests.ask();
    await expected(201, say(id, 'Nothing yet.'));
    const [asker, asked] = [await shown(id, 'cncert-liaison'), await shown(id, 'pkcert-analyst')];
    expect(asker.updates).toMatchObject([{ note: 'Nothing yet.' }]);
    expect([asker.updates[0]?.by, typeof asked.updates[0]?.by]).toEqual([undefined, 'string']);
    await requests.close(id);
  });

  it('is no answer: the request stays open', async () => {
    const id = await requests.ask();
    await expected(201, say(id));
    const { state, answers } = await shown(id, 'cncert-liaison');
    expect([state, answers]).toEqual(['open', []]);
    await requests.refuse(id);
    expect((await shown(id, 'cncert-liaison')).next_word).toBeNull();
    requests.later();
    expect((await say(id)).status).toBe(409);
  });

  it('is reminded of on the side that owes it alone', async () => {
    const id = await requests.ask();
    const reminded = async (by: PersonKey) => {
      const path = '/api/v1/reminders?kind=request_word';
      const { items } = (await expected(200, requests.world.as(by).get(path))) as {
        items: { subject: string; step: string }[];
      };
      return items.filter(({ subject }) => subject === id).map(({ step }) => step);
    };
    expect([await reminded('pkcert-releaser'), await reminded('cncert-liaison')]).toEqual([['P1D'], []]);
    requests.later(24 * HOUR);
    expect(await reminded('pkcert-liaison')).toEqual(['overdue']);
    await expected(201, say(id));
    expect(await reminded('pkcert-liaison')).toEqual(['P1D']);
    await requests.close(id);
    expect(await reminded('pkcert-liaison')).toEqual([]);
  });

  it('is written in the log of the relationship, for both', async () => {
    const id = await requests.ask();
    await expected(201, say(id, 'For the record.'));
    for (const auditor of ['pkcert-auditor', 'cncert-auditor'] as const) {
      const kinds = (await requests.told(auditor)).filter(
        ({ kind, shared }) => kind === 'request-updated' && (shared as { request: string }).request === id,
      );
      expect(kinds).toHaveLength(1);
    }
    await requests.close(id);
  });

  it('said twice with one idempotency key is said once, and tried without effect is not said', async () => {
    const id = await requests.ask();
    for (let time = 0; time < 2; time += 1)
      await expected(201, say(id).set('Idempotency-Key', 'a-word-of-the-test'));
    await requests.world
      .as('pkcert-releaser')
      .post(`${PATH}/${id}/updates?dry_run=true`)
      .send({ note: 'Tried.' });
    expect((await shown(id, 'cncert-liaison')).updates.map(({ note }) => note)).toEqual([
      'Banks are being asked.',
    ]);
    await requests.close(id);
  });

  it.each<[string, unknown]>([
    ['no words', null],
    ['too few', 'No'],
    ['too many', 'a'.repeat(5001)],
    ['no text', 5],
  ])('of %s is refused', async (_, note) => {
    const id = await requests.ask();
    const { status, body } = await say(id, note);
    expect([status, (body as { errors: { field: string }[] }).errors[0]?.field]).toEqual([422, 'note']);
    await requests.close(id);
  });

  it.each(everyone)('is for liaison officers and releasers of whom it went to: $name', async (asker) => {
    const id = await requests.ask();
    const send = (to: string) =>
      asker.ask(requests.world).post(`${PATH}/${to}/updates`).send({ note: 'How far it is.' });
    const refused = expectedRefusal(asker, ['liaison', 'releaser']);
    const side = { pkcert: 201, cncert: 403 }[asker.organization as string] ?? 404;
    expect((await send(id)).status).toBe(refused ?? side);
    expect((await send(ABSENT)).status).toBe(refused ?? 404);
    requests.later();
    await requests.close(id);
  });
});

it('a word that says nothing is refused by the database as well', async () => {
  const id = await requests.ask();
  await expect(
    requests.world.owner.query(
      `INSERT INTO information_request_update (id, request_id, note, at, recorded_by, recorded_by_org)
       SELECT gen_random_uuid(), r.id, 'No', r.asked_at, r.asked_by, r.requester_id FROM information_request r WHERE r.id = $1`,
      [id],
    ),
  ).rejects.toThrow('information_request_update_note_check');
});
