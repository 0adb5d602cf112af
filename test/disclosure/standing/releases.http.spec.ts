import { addedToHouseLog, type Asker, everyone, expectedRefusal } from '../../cast';
import { expected, LABELS } from '../sharing-world';
import { DAY, RELEASES, Routine, RULES } from './standing-world';

let stage: Routine;
beforeAll(async () => {
  stage = await Routine.start();
});
afterAll(() => stage.world.close());

interface Problem {
  type: string;
  errors: { field: string; rule: string }[];
}
const faultsOf = ({ body }: { body: unknown }) =>
  ((body as Problem).errors ?? []).map(({ field, rule }) => `${field} ${rule}`);

describe('a release under a standing rule', () => {
  it('is by the author herself, goes to the partners of the rule, and is the release of who approved it', async () => {
    const { id } = await stage.inForce();
    const item = await stage.draft('Routine');
    const added = await addedToHouseLog(stage.world, 'pkcert', async () => stage.release(item, id));
    const { people } = stage.world;
    expect(added).toMatchObject([
      {
        kind: 'released',
        shared: {
          ...{ item, standing_rule: id, done_by: people['pkcert-analyst'] },
          released_by: people['pkcert-releaser'],
        },
      },
    ]);
    stage.world.clock.advance(1000);
    expect(await stage.having('Routine')).toEqual(['cncert']);
    const { items } = (await expected(
      200,
      stage.world.as('pkcert-auditor').get(`${RELEASES}?item=${item}`),
    )) as { items: object[] };
    expect(items).toMatchObject([
      { item, version: 1, title: 'Routine', rule: id, rule_name: 'Daily reports' },
    ]);
    expect(await stage.rule(id)).toMatchObject({ last_day: 1, released: 1 });
  });

  it('is refused naming every bound that is broken, and nothing goes', async () => {
    const { id } = await stage.inForce();
    const item = await stage.draft('Out of bounds', {
      ...{ tlp: 'AMBER', information_type: 'incident_summary', audience: { include: ['cncert', 'corvia'] } },
    });
    const refused = await stage.release(item, id);
    expect([refused.status, (refused.body as Problem).type]).toEqual([
      422,
      expect.stringContaining('standing-rule/out-of-bounds'),
    ]);
    expect(faultsOf(refused)).toEqual([
      'handling.information_type standing-type',
      'handling.tlp standing-tlp',
      'handling.audience.include standing-partners',
    ]);
    expect(await stage.having('Out of bounds')).toEqual([]);
    const everybody = await stage.draft('For whoever', { audience: { include: 'partners' } });
    expect(faultsOf(await stage.release(everybody, id))).toEqual([
      'handling.audience.include standing-partners',
    ]);
  });

  it('is refused for a part that is above the rule', async () => {
    const { id } = await stage.inForce();
    const { id: item } = (await expected(
      201,
      stage.world
        .as('pkcert-analyst')
        .post('/api/v1/advisories')
        .send({
          ...{ title: 'With a part', summary: 'Of a test.' },
          handling: { ...LABELS, audience: { include: ['cncert'] } },
          parts: [{ kind: 'statement', title: 'More', text: 'More of it.', tlp: 'AMBER' }],
        }),
    )) as { id: string };
    expect(faultsOf(await stage.release(item, id))).toEqual(['parts.0.tlp standing-tlp']);
  });

  it('is counted: as many as the rule says go in 24 hours, to the millisecond, also at the same time', async () => {
    const { id } = await stage.inForce({ per_day: 2 });
    const drafts = [];
    for (const n of [1, 2, 3, 4]) drafts.push(await stage.draft(`Volume ${n}`));
    const answers = await Promise.all(drafts.slice(0, 3).map((item) => stage.release(item, id)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 422]);
    const late = answers.find(({ status }) => status === 422)!;
    expect(faultsOf(late)).toEqual(['rule standing-volume']);
    const [first] = await stage.world.owner.query<{ at: Date }[]>(
      'SELECT min(released_at) AS at FROM standing_release WHERE rule_id = $1',
      [id],
    );
    stage.world.clock.set(new Date(first!.at.getTime() + DAY - 1).toISOString());
    expect((await stage.release(drafts[3]!, id)).status).toBe(422);
    stage.world.clock.set(new Date(first!.at.getTime() + DAY).toISOString());
    expect((await stage.release(drafts[3]!, id)).status).toBe(201);
  });

  it('is refused before the rule is confirmed, after its end, from its expiry on, and once one of the two releases no longer', async () => {
    const item = await stage.draft('Not in force');
    const states = async (id: string, by?: 'pkcert-releaser') => {
      const { status, body } = await stage.release(item, id, by);
      return [status, (body as Problem).type.split('/problems/')[1], (await stage.rule(id)).state];
    };
    const refused = (state: string) => [409, 'standing-rule/not-in-force', state];
    const { id: waiting } = await stage.proposed();
    expect(await states(waiting)).toEqual(refused('proposed'));
    const { id: over } = await stage.inForce();
    const end = stage.world
      .as('pkcert-duty-officer')
      .post(`${RULES}/${over}/end`)
      .send({ reason: 'Enough.' });
    await expected(201, end);
    expect(await states(over)).toEqual(refused('ended'));
    const until = stage.world.clock.now().getTime() + 5000;
    const { id: short } = await stage.inForce({ expires_at: new Date(until).toISOString() });
    stage.world.clock.set(new Date(until - 1).toISOString());
    expect((await stage.release(await stage.draft('In time'), short)).status).toBe(201);
    stage.world.clock.set(new Date(until).toISOString());
    expect(await states(short)).toEqual(refused('expired'));
    const { id: lapses } = await stage.inForce();
    await stage.roles('pkcert-senior-analyst', ['analyst']);
    expect(await states(lapses)).toEqual(refused('lapsed'));
    await stage.roles('pkcert-senior-analyst', ['analyst', 'releaser']);
    expect(await stage.rule(lapses)).toMatchObject({ state: 'in_force' });
  });

  it('of the proposer’s own words is the release of who confirmed the rule, and of words of both is nobody’s', async () => {
    const { id } = await stage.inForce();
    const { people, owner } = stage.world;
    const senior = stage.world.as('pkcert-senior-analyst');
    const sent = { title: 'Of the proposer', summary: 'Of a test.', handling: LABELS };
    const own = { ...sent, handling: { ...LABELS, audience: { include: ['cncert'] } } };
    const drafted = async () =>
      (await expected(201, senior.post('/api/v1/advisories').send(own))) as { id: string };
    const { id: item } = await drafted();
    await expected(201, stage.release(item, id, 'pkcert-senior-analyst'));
    const [row] = await owner.query<{ released_by: string }[]>(
      'SELECT released_by FROM release WHERE item_id = $1',
      [item],
    );
    expect(row!.released_by).toBe(people['pkcert-releaser']);
    const { id: ofBoth } = await drafted();
    await stage.roles('pkcert-releaser', ['analyst', 'releaser']);
    const edit = stage.world
      .as('pkcert-releaser')
      .post(`/api/v1/advisories/${ofBoth}/versions`)
      .send({ base: 1, title: 'Of both' });
    await expected(201, edit);
    const refused = await stage.world
      .as('pkcert-analyst')
      .post(`/api/v1/advisories/${ofBoth}/standing-release`)
      .send({ version: 2, rule: id });
    expect([refused.status, refused.text.includes('standing-rule/authors')]).toEqual([403, true]);
    await stage.roles('pkcert-releaser', ['releaser']);
  });

  it('is tried without anything being recorded, and of many at once with an outcome for each', async () => {
    const { id } = await stage.inForce({ per_day: 1 });
    const [one, two] = [await stage.draft('Tried'), await stage.draft('Tried as well')];
    const added = await addedToHouseLog(stage.world, 'pkcert', async () => {
      const { teams } = (await expected(200, stage.release(one, id, 'pkcert-analyst', '?dry_run=true'))) as {
        teams: { team: string }[];
      };
      expect(teams.map(({ team }) => team)).toEqual(['cncert']);
    });
    expect(added).toEqual([]);
    const items = [one, two].map((item) => ({ id: item, version: 1 }));
    const report = (await expected(
      200,
      stage.world
        .as('pkcert-analyst')
        .post('/api/v1/advisories/bulk/standing-releases')
        .send({ rule: id, items }),
    )) as { done: number; refused: number; results: { problem: { type: string } | null }[] };
    expect([report.done, report.refused]).toEqual([1, 1]);
    expect(report.results[1]!.problem!.type).toContain('standing-rule/out-of-bounds');
  });

  it('is kept within its rule by the database, too', async () => {
    const { id } = await stage.inForce();
    const item = await stage.draft('By another hand', { audience: { include: ['corvia'] } });
    await expected(201, stage.sharing.release(item));
    await expect(
      stage.world.owner.query(
        `INSERT INTO standing_release (item_version_id, rule_id, owner_id, released_at, done_by)
         SELECT r.item_version_id, $2, r.owner_id, r.released_at, r.released_by FROM release r WHERE r.item_id = $1`,
        [item, id],
      ),
    ).rejects.toThrow('keeps within it');
    const { id: proposed } = await stage.proposed();
    await expect(
      stage.world.owner.query(
        `INSERT INTO standing_rule_confirmation (rule_id, confirmed_at, confirmed_by)
         SELECT id, proposed_at, proposed_by FROM standing_rule WHERE id = $1`,
        [proposed],
      ),
    ).rejects.toThrow('a second releaser confirms');
  });
});

describe.each(everyone)('$name', (asker: Asker) => {
  it('releases what is its own under a rule of its own, and nothing of others', async () => {
    const { id } = await stage.inForce({ per_day: 100 });
    const item = await stage.draft(`Routine for ${asker.name}`);
    const caller = asker.ask(stage.world);
    const made = await caller
      .post(`/api/v1/advisories/${item}/standing-release`)
      .send({ version: 1, rule: id });
    const own = asker.organization === 'pkcert';
    expect(made.status).toBe(expectedRefusal(asker, ['analyst', 'releaser']) ?? (own ? 201 : 404));
    const reader = expectedRefusal(asker, ['person']);
    expect((await caller.get(`${RELEASES}?item=${item}`)).status).toBe(reader ?? (own ? 200 : 404));
    const listed = await caller.get(`${RELEASES}?rule=${id}`);
    if (reader) expect(listed.status).toBe(reader);
    else expect((listed.body as { items: object[] }).items.length > 0).toBe(own && made.status === 201);
  });
});
