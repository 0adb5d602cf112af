import { addedToHouseLog, type Asker, everyone, expectedRefusal } from '../cast';
import { expected, LABELS, Sharing } from './sharing-world';

const EMERGENCIES = '/api/v1/emergency-releases';
const DAY = 86_400_000;
const REASON = 'The attack is running and nobody else can be reached.';
interface Emergency {
  id: string;
  item: string;
  state: string;
  late: boolean;
  due_at: string;
  released_at: string;
  reaches: string[];
  left_out: string[];
  review: { verdict: string; by: string } | null;
}

let sharing: Sharing;
beforeAll(async () => {
  sharing = await Sharing.start();
  const types = { information_types: [{ type: 'threat_report', tlp_ceiling: 'AMBER' }] };
  await sharing.inForce('cncert', 'PK-CN-ALONE', {
    ...types,
    emergency_release: { up_to: 'GREEN' },
    release_approval: [{ needs: 'duty_officer' }],
  });
  await sharing.inForce('corvia', 'PK-XC-NEVER', types);
  await sharing.inForce('dunmere', 'PK-XD-ALONE', { ...types, emergency_release: { up_to: 'AMBER' } });
});
afterAll(() => sharing.world.close());

type Pkcert = 'pkcert-duty-officer' | 'pkcert-releaser';
const alone = (item: string, by: Pkcert = 'pkcert-duty-officer', body: object = {}) =>
  sharing.world
    .as(by)
    .post(`/api/v1/advisories/${item}/emergency-release`)
    .send({ version: 1, reason: REASON, ...body });
const emergencyOf = async (item: string): Promise<Emergency> =>
  (
    (await expected(200, sharing.world.as('pkcert-auditor').get(`${EMERGENCIES}?item=${item}`))) as {
      items: Emergency[];
    }
  ).items[0]!;
const released = async (title: string, handling: object = {}): Promise<Emergency> => {
  const item = await sharing.draft(title, handling);
  await expected(201, alone(item));
  return emergencyOf(item);
};
const review = (id: string, by: Pkcert, how: 'confirmation' | 'withdrawal' = 'confirmation') => {
  const asked = sharing.world.as(by).post(`${EMERGENCIES}/${id}/${how}`);
  return how === 'withdrawal' ? asked.send({ reason: 'It should not have gone.' }) : asked;
};
/** Who has an item of this title in its list. */
async function having(title: string): Promise<string[]> {
  const found: string[] = [];
  for (const team of ['cncert', 'corvia', 'dunmere'] as const) {
    const { text } = await sharing.world.withKey(team).get('/api/v1/advisories');
    if (text.includes(title)) found.push(team);
  }
  return found;
}
const tick = (by = 1000) => sharing.world.clock.advance(by);

describe('a release by one person alone', () => {
  it('goes to whose terms allow it of the marking, without the approval that they require, and to nobody else', async () => {
    const { reaches, left_out, state } = await released('Alone GREEN');
    tick();
    expect(await having('Alone GREEN')).toEqual(['cncert', 'dunmere']);
    expect([reaches, left_out, state]).toEqual([['cncert', 'dunmere'], ['corvia'], 'open']);
    const amber = await released('Alone AMBER', { tlp: 'AMBER' });
    tick();
    expect(await having('Alone AMBER')).toEqual(['dunmere']);
    expect([amber.reaches, amber.left_out]).toEqual([['dunmere'], ['cncert', 'corvia']]);
  });

  it('is refused where the terms of nobody allow it, and says to whom it would go by a second person', async () => {
    const handling = { audience: { include: ['corvia'] } };
    const { status, body } = await alone(await sharing.draft('For Corvia', handling));
    expect([status, (body as { type: string }).type]).toEqual([
      422,
      expect.stringContaining('release/emergency-nobody'),
    ]);
    expect((body as { detail: string }).detail).toContain('corvia');
    expect(await having('For Corvia')).toEqual([]);
  });

  it('may be by an author of it, whom another who wrote nothing of it reviews', async () => {
    const senior = sharing.world.as('pkcert-senior-analyst');
    const body = { title: 'Her own words', summary: 'Of a test.', handling: LABELS };
    const { id: item } = (await expected(201, senior.post('/api/v1/advisories').send(body))) as {
      id: string;
    };
    const path = `/api/v1/advisories/${item}`;
    expect((await senior.post(`${path}/release`).send({ version: 1 })).status).toBe(403);
    await expected(201, senior.post(`${path}/emergency-release`).send({ version: 1, reason: REASON }));
    tick();
    expect(await having('Her own words')).toEqual(['cncert', 'dunmere']);
    const { id } = await emergencyOf(item);
    expect((await senior.post(`${EMERGENCIES}/${id}/confirmation`)).status).toBe(403);
    await expected(201, review(id, 'pkcert-duty-officer'));
  });

  it('of a version that its reviewer wrote is not confirmed by her', async () => {
    const senior = sharing.world.as('pkcert-senior-analyst');
    const body = { title: 'Words of the reviewer', summary: 'Of a test.', handling: LABELS };
    const { id: item } = (await expected(201, senior.post('/api/v1/advisories').send(body))) as {
      id: string;
    };
    await expected(201, alone(item));
    const { id } = await emergencyOf(item);
    expect((await senior.post(`${EMERGENCIES}/${id}/confirmation`)).status).toBe(403);
    await expected(201, senior.post(`${EMERGENCIES}/${id}/withdrawal`).send({ reason: 'It was wrong.' }));
  });

  it('needs a reason, and the latest version', async () => {
    const item = await sharing.draft('Checked');
    expect((await alone(item, 'pkcert-releaser', { reason: ' ' })).status).toBe(422);
    expect((await alone(item, 'pkcert-releaser', { version: 2 })).status).toBe(422);
    await expected(201, alone(item, 'pkcert-releaser'));
    expect((await alone(item)).status).toBe(409);
  });

  it('is told before it is done, by a preview and a dry run that record nothing', async () => {
    const item = await sharing.draft('Tried alone');
    const { items } = (await expected(
      200,
      sharing.world.as('pkcert-releaser').get(`/api/v1/decisions/preview?item=${item}&emergency=true`),
    )) as { items: { team: string; released: boolean }[] };
    expect(items.map(({ team, released: goes }) => `${team} ${goes}`)).toEqual([
      'cncert true',
      'corvia false',
      'dunmere true',
    ]);
    const path = `/api/v1/advisories/${item}/emergency-release?dry_run=true`;
    const added = await addedToHouseLog(sharing.world, 'pkcert', async () => {
      const { teams } = (await expected(
        200,
        sharing.world.as('pkcert-releaser').post(path).send({ version: 1, reason: REASON }),
      )) as { teams: { team: string }[] };
      expect(teams.map(({ team }) => team).toSorted()).toEqual(['cncert', 'dunmere']);
    });
    expect(added).toEqual([]);
  });

  it('stands in the record of both sides, and in the house log with the reason and who got nothing', async () => {
    const item = await sharing.draft('Recorded alone');
    const added = await addedToHouseLog(sharing.world, 'pkcert', async () => alone(item));
    expect(added).toMatchObject([
      { kind: 'released', shared: { item, emergency: true } },
      {
        kind: 'emergency-release/made',
        shared: { item, version: 1, reason: REASON, reaches: ['cncert', 'dunmere'], left_out: ['corvia'] },
      },
    ]);
    tick();
    await expected(200, sharing.world.withKey('cncert').get('/api/v1/feed'));
    for (const side of ['pkcert-auditor', 'cncert-auditor'] as const) {
      const { items: logs } = (await expected(200, sharing.world.as(side).get('/api/v1/logs'))) as {
        items: { id: string; agreement: string | null }[];
      };
      const { id } = logs.find(({ agreement }) => agreement === 'PK-CN-ALONE')!;
      const { text } = await sharing.world.as(side).get(`/api/v1/logs/${id}/pages?kind=disclosure`);
      expect(text).toContain('"emergency":true');
    }
  });
});

describe('the review of what one person released alone', () => {
  it('is by another person, who confirms it once', async () => {
    const { id, item } = await released('Confirmed');
    expect((await review(id, 'pkcert-duty-officer')).status).toBe(403);
    expect((await review(id, 'pkcert-duty-officer', 'withdrawal')).status).toBe(403);
    const added = await addedToHouseLog(sharing.world, 'pkcert', async () =>
      expected(201, review(id, 'pkcert-releaser')),
    );
    expect(added).toMatchObject([
      { kind: 'emergency-release/confirmed', shared: { emergency: id, item, late: false } },
    ]);
    expect(await emergencyOf(item)).toMatchObject({ state: 'confirmed', review: { verdict: 'confirmed' } });
    for (const how of ['confirmation', 'withdrawal'] as const)
      expect((await review(id, 'pkcert-releaser', how)).status).toBe(409);
    tick();
    expect(await having('Confirmed')).toEqual(['cncert', 'dunmere']);
  });

  it('or withdraws it, as every withdrawal goes', async () => {
    const { id, item } = await released('Taken back');
    tick();
    expect(await having('Taken back')).toEqual(['cncert', 'dunmere']);
    await expected(201, review(id, 'pkcert-releaser', 'withdrawal'));
    tick();
    expect(await having('Taken back')).toEqual([]);
    expect(await emergencyOf(item)).toMatchObject({ state: 'withdrawn', review: { verdict: 'withdrawn' } });
  });

  it('is overdue 24 hours after the release, and not a millisecond before', async () => {
    const { id, item, due_at, released_at } = await released('Overdue');
    expect(Date.parse(due_at) - Date.parse(released_at)).toBe(DAY);
    const { clock } = sharing.world;
    clock.set(new Date(Date.parse(due_at) - 1));
    expect(await emergencyOf(item)).toMatchObject({ state: 'open', late: false });
    clock.set(new Date(due_at));
    expect(await emergencyOf(item)).toMatchObject({ state: 'overdue', late: true });
    const { items } = (await expected(
      200,
      sharing.world.as('pkcert-auditor').get('/api/v1/exceptions?kind=review_overdue&limit=200'),
    )) as { items: { id: string; kinds: string[]; corrected: boolean }[] };
    expect(items.find((one) => one.id === id)).toMatchObject({
      kinds: ['released_alone', 'review_overdue'],
      corrected: false,
    });
    await expected(201, review(id, 'pkcert-releaser'));
    expect(await emergencyOf(item)).toMatchObject({ state: 'confirmed', late: true });
  });

  it('waits no longer for what was withdrawn without one', async () => {
    const { id, item } = await released('Withdrawn by a releaser');
    const withdrawal = `/api/v1/advisories/${item}/withdrawal`;
    await expected(201, sharing.world.as('pkcert-releaser').post(withdrawal).send({ reason: 'Wrong.' }));
    expect(await emergencyOf(item)).toMatchObject({ state: 'withdrawn', review: null });
    expect((await review(id, 'pkcert-releaser')).status).toBe(409);
  });
});

describe.each(everyone)('$name', (asker: Asker) => {
  it('releases alone, reads and reviews what is its own, and nothing of others', async () => {
    const own = asker.organization === 'pkcert';
    const item = await sharing.draft(`Alone for ${asker.name}`);
    const other = await released(`To review for ${asker.name}`);
    const caller = asker.ask(sharing.world);
    const role = expectedRefusal(asker, ['releaser', 'duty-officer']);
    const reader = expectedRefusal(asker, ['person']);
    const made = await caller
      .post(`/api/v1/advisories/${item}/emergency-release`)
      .send({ version: 1, reason: REASON });
    expect(made.status).toBe(role ?? (own ? 201 : 404));
    for (const id of [other.id, '018f0000-0000-7000-8000-000000000000'])
      expect((await caller.get(`${EMERGENCIES}/${id}`)).status).toBe(
        reader ?? (own && id === other.id ? 200 : 404),
      );
    expect((await caller.get(`${EMERGENCIES}?item=${item}`)).status).toBe(reader ?? (own ? 200 : 404));
    const confirmed = await caller.post(`${EMERGENCIES}/${other.id}/confirmation`).send();
    const allowed = asker.is.includes('releaser') ? 201 : 403;
    expect(confirmed.status).toBe(role ?? (own ? allowed : 404));
  });
});
