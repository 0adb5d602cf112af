import { addedToHouseLog, type Asker, everyone, expectedRefusal } from '../cast';
import { Alone, EMERGENCIES, REASON } from './emergencies-world';
import { expected, LABELS } from './sharing-world';

let stage: Alone;
beforeAll(async () => {
  stage = await Alone.start();
});
afterAll(() => stage.sharing.world.close());

describe('a release by one person alone', () => {
  it('goes to whose terms allow it of the marking, without the approval that they require, and to nobody else', async () => {
    const { reaches, left_out, state } = await stage.released('Alone GREEN');
    stage.tick();
    expect(await stage.having('Alone GREEN')).toEqual(['cncert', 'dunmere']);
    expect([reaches, left_out, state]).toEqual([['cncert', 'dunmere'], ['corvia'], 'open']);
    const amber = await stage.released('Alone AMBER', { tlp: 'AMBER' });
    stage.tick();
    expect(await stage.having('Alone AMBER')).toEqual(['dunmere']);
    expect([amber.reaches, amber.left_out]).toEqual([['dunmere'], ['cncert', 'corvia']]);
  });

  it('is refused where the terms of nobody allow it, and says to whom it would go by a second person', async () => {
    const handling = { audience: { include: ['corvia'] } };
    const { status, body } = await stage.release(await stage.sharing.draft('For Corvia', handling));
    expect([status, (body as { type: string }).type]).toEqual([
      422,
      expect.stringContaining('release/emergency-nobody'),
    ]);
    expect((body as { detail: string }).detail).toContain('corvia');
    expect(await stage.having('For Corvia')).toEqual([]);
  });

  it('may be by an author of it, whom another who wrote nothing of it reviews', async () => {
    const senior = stage.sharing.world.as('pkcert-senior-analyst');
    const body = { title: 'Her own words', summary: 'Of a test.', handling: LABELS };
    const { id: item } = (await expected(201, senior.post('/api/v1/advisories').send(body))) as {
      id: string;
    };
    const path = `/api/v1/advisories/${item}`;
    expect((await senior.post(`${path}/release`).send({ version: 1 })).status).toBe(403);
    await expected(201, senior.post(`${path}/emergency-release`).send({ version: 1, reason: REASON }));
    stage.tick();
    expect(await stage.having('Her own words')).toEqual(['cncert', 'dunmere']);
    const { id } = await stage.of(item);
    expect((await senior.post(`${EMERGENCIES}/${id}/confirmation`)).status).toBe(403);
    await expected(201, stage.review(id, 'pkcert-duty-officer'));
  });

  it('of a version that its reviewer wrote is not confirmed by her', async () => {
    const senior = stage.sharing.world.as('pkcert-senior-analyst');
    const body = { title: 'Words of the reviewer', summary: 'Of a test.', handling: LABELS };
    const { id: item } = (await expected(201, senior.post('/api/v1/advisories').send(body))) as {
      id: string;
    };
    await expected(201, stage.release(item));
    const { id } = await stage.of(item);
    expect((await senior.post(`${EMERGENCIES}/${id}/confirmation`)).status).toBe(403);
    await expected(201, senior.post(`${EMERGENCIES}/${id}/withdrawal`).send({ reason: 'It was wrong.' }));
  });

  it('needs a reason, and the latest version', async () => {
    const item = await stage.sharing.draft('Checked');
    expect((await stage.release(item, 'pkcert-releaser', { reason: ' ' })).status).toBe(422);
    expect((await stage.release(item, 'pkcert-releaser', { version: 2 })).status).toBe(422);
    await expected(201, stage.release(item, 'pkcert-releaser'));
    expect((await stage.release(item)).status).toBe(409);
  });

  it('is made once of a version, however many release it at the same time', async () => {
    const item = await stage.sharing.draft('At the same time');
    const answers = await Promise.all([
      stage.release(item),
      stage.release(item, 'pkcert-releaser'),
      stage.sharing.release(item),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });

  it('is guarded by the database: who made it reviews nothing, nothing of it changes, and it never becomes public', async () => {
    const { owner, people } = stage.sharing.world;
    const { id } = await stage.released('Guarded');
    await expect(
      owner.query(
        `INSERT INTO emergency_review (emergency_id, verdict, reviewed_at, reviewed_by) VALUES ($1, 'confirmed', now() + interval '99 years', $2)`,
        [id, people['pkcert-duty-officer']],
      ),
    ).rejects.toThrow('another person has to review');
    await expect(
      owner.query(
        `INSERT INTO emergency_review (emergency_id, verdict, reviewed_at, reviewed_by, reason) VALUES ($1, 'withdrawn', now() + interval '99 years', $2, 'Wrong.')`,
        [id, people['pkcert-releaser']],
      ),
    ).rejects.toThrow('another person has to review');
    await expect(
      owner.query(`UPDATE emergency_release SET reason = 'Another.' WHERE id = $1`, [id]),
    ).rejects.toThrow();
    await expect(
      owner.query(
        'UPDATE release SET public = true WHERE item_version_id = (SELECT item_version_id FROM emergency_release WHERE id = $1)',
        [id],
      ),
    ).rejects.toThrow();
  });

  it('is told before it is done, by a preview and a dry run that record nothing', async () => {
    const item = await stage.sharing.draft('Tried alone');
    const { items } = (await expected(
      200,
      stage.sharing.world.as('pkcert-releaser').get(`/api/v1/decisions/preview?item=${item}&emergency=true`),
    )) as { items: { team: string; released: boolean }[] };
    expect(items.map(({ team, released: goes }) => `${team} ${goes}`)).toEqual([
      'cncert true',
      'corvia false',
      'dunmere true',
    ]);
    const path = `/api/v1/advisories/${item}/emergency-release?dry_run=true`;
    const added = await addedToHouseLog(stage.sharing.world, 'pkcert', async () => {
      const { teams } = (await expected(
        200,
        stage.sharing.world.as('pkcert-releaser').post(path).send({ version: 1, reason: REASON }),
      )) as { teams: { team: string }[] };
      expect(teams.map(({ team }) => team).toSorted()).toEqual(['cncert', 'dunmere']);
    });
    expect(added).toEqual([]);
  });

  it('stands in the record of both sides, and in the house log with the reason and who got nothing', async () => {
    const item = await stage.sharing.draft('Recorded alone');
    const added = await addedToHouseLog(stage.sharing.world, 'pkcert', async () => stage.release(item));
    expect(added).toMatchObject([
      { kind: 'released', shared: { item, emergency: true } },
      {
        kind: 'emergency-release/made',
        shared: { item, version: 1, reason: REASON, reaches: ['cncert', 'dunmere'], left_out: ['corvia'] },
      },
    ]);
    stage.tick();
    await expected(200, stage.sharing.world.withKey('cncert').get('/api/v1/feed'));
    for (const side of ['pkcert-auditor', 'cncert-auditor'] as const) {
      const { items: logs } = (await expected(200, stage.sharing.world.as(side).get('/api/v1/logs'))) as {
        items: { id: string; agreement: string | null }[];
      };
      const { id } = logs.find(({ agreement }) => agreement === 'PK-CN-ALONE')!;
      const { text } = await stage.sharing.world.as(side).get(`/api/v1/logs/${id}/pages?kind=disclosure`);
      expect(text).toContain('"emergency":true');
    }
  });
});

describe.each(everyone)('$name', (asker: Asker) => {
  it('releases alone, reads and reviews what is its own, and nothing of others', async () => {
    const own = asker.organization === 'pkcert';
    const item = await stage.sharing.draft(`Alone for ${asker.name}`);
    const other = await stage.released(`To review for ${asker.name}`);
    const caller = asker.ask(stage.sharing.world);
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
