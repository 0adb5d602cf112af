import { everyone, expectedRefusal, type World } from '../cast';
import { advisoryWorld, Desk, LABELS, ownDocument, PATH, trackingOf } from './advisory-world';

describe('what keeps an advisory from leaving', () => {
  let world: World;
  let desk: Desk;
  beforeAll(async () => {
    world = await advisoryWorld();
    desk = new Desk(world);
  });
  afterAll(() => world.close());

  const findings = async (id: string) => {
    const answer = await world.as('pkcert-analyst').get(`${PATH}/${id}/findings`);
    expect(answer.status).toBe(200);
    return answer.body as { version: number; findings: { path: string; rule: string }[] };
  };

  it('is nothing, for one that a releaser may release', async () => {
    expect(await findings(await desk.draft())).toEqual({ version: 1, findings: [] });
  });

  it('is told of the latest version, beside what a release is refused for', async () => {
    const id = await desk.draft();
    await desk.change(id, { base: 1, lang: 'xx' });
    const found = await findings(id);
    const refused = await desk.release(id, 2);
    expect([refused.status, refused.body.type]).toEqual([422, '/problems/advisory/csaf-invalid']);
    expect(found.version).toBe(2);
    expect(found.findings.map(({ path, rule }) => ({ field: path, rule }))).toEqual(
      (refused.body.errors as { field: string; rule: string }[]).map(({ field, rule }) => ({ field, rule })),
    );
  });

  it('is the label that is missing, and the rest is looked at all the same', async () => {
    const id = await desk.draft({ handling: { ...LABELS, tlp: undefined }, lang: 'xx' });
    expect((await findings(id)).findings.map(({ path }) => path)).toEqual([
      '/document/distribution/tlp',
      '/document/lang',
    ]);
  });

  it('is that its publisher calls it a draft', async () => {
    const tracking = trackingOf('INVENTED-DRAFT', 1, { status: 'draft' });
    const { advisory } = await desk.import(ownDocument({ tracking }));
    expect((await findings(advisory)).findings).toContainEqual(
      expect.objectContaining({ path: '/document/tracking/status', rule: 'accord draft-status' }),
    );
  });

  it.each(everyone.map((asker) => [asker.name, asker] as const))(
    'answers %s by role and owner',
    async (_, asker) => {
      const id = await desk.draft();
      const answer = await asker.ask(world).get(`${PATH}/${id}/findings`);
      const refused = expectedRefusal(asker, ['analyst', 'releaser']);
      expect(answer.status).toBe(refused ?? (asker.organization === 'pkcert' ? 200 : 404));
    },
  );

  it('names whoever wrote, released or withdrew it to its owner', async () => {
    const id = await desk.draft();
    await desk.released(id, 1);
    const { body } = await world.as('pkcert-analyst').get(`${PATH}/${id}`);
    const names = (body.people as { name: string }[]).map(({ name }) => name).sort();
    expect(names).toEqual(['Amna Sethi (invented)', 'Farah Nadeem (invented)']);
  });

  it('tells a partner under what it came, and a public reader that it is public', async () => {
    const title = 'Under which clause';
    const id = await desk.draft({ title, handling: { ...LABELS, tlp: 'CLEAR' } });
    await desk.released(id, 1, true);
    const basisFor = async (who: 'cncert' | 'public') => {
      const caller = who === 'public' ? world.anonymous() : world.withKey(who);
      const { body } = await caller.get(`${PATH}?text=clause`);
      const answer = await caller.get(`${PATH}/${body.items[0].id}`);
      return answer.headers['accord-basis'];
    };
    expect(await basisFor('public')).toBe('public');
    expect(await basisFor('cncert')).toBe('public');
    const other = await desk.draft({ title: 'Under which agreement' });
    await desk.released(other, 1);
    const { body } = await world.withKey('cncert').get(`${PATH}?text=agreement`);
    const answer = await world.withKey('cncert').get(`${PATH}/${body.items[0].id}`);
    expect(answer.headers['accord-basis']).toMatch(/^grant;agreement="PK-AMBER";terms=1;clause=%".+"$/);
    const absent = await world.withKey('cncert').get(`${PATH}/${id}`);
    expect([absent.status, absent.headers['accord-basis']]).toEqual([404, undefined]);
  });
});
