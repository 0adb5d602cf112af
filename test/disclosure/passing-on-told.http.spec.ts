import type { PersonKey, World } from '../cast';
import { Passing, PASSING_ON } from './passing-world';
import { expected } from './sharing-world';

let passing: Passing;
let world: World;
/** CNCERT's own id, and the ids at PKCERT and at the banking CERT, of what is passed on to the latter. */
let own: string;
let here: string;
let there: string;
/** When it was not passed on yet. */
let notYet: string;
beforeAll(async () => {
  passing = await Passing.start();
  ({ world } = passing);
  own = await passing.released('Passed on');
  await passing.released('Kept');
  notYet = world.clock.now().toISOString();
  world.clock.advance(1000);
  await passing.passedOn('Passed on', 'banking');
  await passing.pull('banking');
  [here, there] = [await passing.idAt('pkcert', 'Passed on'), await passing.idAt('banking', 'Passed on')];
  await world.as('banking-analyst').get(`/api/v1/advisories/${there}`);
});
afterAll(() => world.close());

interface Decision {
  released: boolean;
  cited: { agreement: string } | null;
  bases: { basis: string; verdicts: { rule: string; verdict: string; compared: object }[] }[];
  recorded?: { team: string; basis: string; agreement: string } | null;
  differences?: object[];
}
const ask = async (path: string) =>
  (await expected(200, world.as('cncert-auditor').get(`/api/v1/decisions/${path}`))) as Decision;
const verdictOf = ({ bases }: Decision, rule: string) =>
  bases.flatMap(({ verdicts }) => verdicts).find((one) => one.rule === rule);

describe('what the originator is told', () => {
  it('is the verdict of D-20, and of other constituents nothing', async () => {
    const passedTo = await ask(`explain?item=${own}&team=banking`);
    expect([passedTo.released, passedTo.cited?.agreement]).toEqual([true, 'CN-PK']);
    expect(verdictOf(passedTo, 'D-20')?.verdict).toBe('passes');
    const kept = await ask(`explain?item=${own}&team=energy`);
    expect([kept.released, verdictOf(kept, 'D-20')?.verdict]).toEqual([false, 'forbids']);
    expect(JSON.stringify(kept)).not.toMatch(/telecom|Farah/);
    const { compared } = verdictOf(kept, 'D-20')!;
    expect(compared).toEqual({
      reader: 'energy',
      label: 'GREEN',
      amber_reach: ['banking'],
      onward: null,
      clause: 'Art. 4',
    });
  });

  it('is in a preview the parent alone', async () => {
    const body = { title: 'Next', summary: 'Of a test.', handling: {} };
    const { id } = (await expected(
      201,
      world.as('cncert-liaison').post('/api/v1/advisories').send(body),
    )) as { id: string };
    const labels = { tlp: 'GREEN', information_type: 'threat_report', categories: ['other/other'] };
    const handling = { ...labels, sectors: ['other'], audience: { include: 'partners' } };
    const path = `/api/v1/advisories/${id}/versions`;
    await expected(201, world.as('cncert-liaison').post(path).send({ base: 1, handling }));
    const { text } = await world.as('cncert-auditor').get(`/api/v1/decisions/preview?item=${id}`);
    expect(text).toContain('"pkcert"');
    expect(text).not.toMatch(/banking|energy|telecom/);
  });

  it('is by a replay what was disclosed to the constituent, as the rules have it still', async () => {
    world.clock.advance(1000);
    const at = world.clock.now().toISOString();
    const replayed = await ask(`replay?item=${own}&team=banking&at=${at}`);
    expect(replayed).toMatchObject({
      released: true,
      recorded: { team: 'banking', basis: 'grant', agreement: 'CN-PK' },
      differences: [],
    });
    const before = await ask(`replay?item=${own}&team=banking&at=${notYet}`);
    expect([before.released, verdictOf(before, 'D-20')?.verdict]).toEqual([false, 'forbids']);
  });

  it('is nothing of what the constituent acknowledges: the parent reads that', async () => {
    const answer = await world
      .as('banking-analyst')
      .post('/api/v1/acknowledgements')
      .send({ items: [there] });
    expect(answer.body).toMatchObject({ acknowledged: 1, unknown: 0 });
    const list = async (person: PersonKey, query = '') =>
      (
        (await expected(200, world.as(person).get(`/api/v1/acknowledgements${query}`))) as {
          items: object[];
        }
      ).items;
    expect(await list('cncert-liaison')).toEqual([]);
    expect(await list('pkcert-analyst')).toMatchObject([
      { team: 'banking', owner: 'pkcert', item: here, version: 1, account: null },
    ]);
    expect(await list('pkcert-analyst', `?item=${here}`)).toHaveLength(1);
    expect(await list('banking-analyst', '?side=made')).toMatchObject([
      { team: 'banking', owner: 'pkcert', item: there, version: 1 },
    ]);
    expect(await list('energy-analyst')).toEqual([]);
  });
});

it('an export of the item from the parent’s log holds what its constituents were disclosed of it', async () => {
  const { items } = (await world.as('pkcert-auditor').get('/api/v1/logs')).body as {
    items: { id: string; kind: string }[];
  };
  const house = items.find(({ kind }) => kind === 'house')!.id;
  const { text } = await world
    .as('pkcert-auditor')
    .get(`/api/v1/logs/${house}/entries?format=jsonl&item=${here}`);
  const kinds = text
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { kind: string }).kind);
  expect(kinds).toEqual(expect.arrayContaining(['passed-on', 'disclosure']));
  expect(text).toContain(there);
});

describe('GET /me', () => {
  it('tells the constituent whose it is, and of no agreement', async () => {
    const answer = await world.withKey('banking').get('/api/v1/me');
    expect(answer.body).toMatchObject({
      organization: { handle: 'banking', parent: 'pkcert' },
      agreements: [],
      directions: [],
      feed: { last_pull: { route: 'advisory json' } },
    });
    expect(answer.text).not.toMatch(/CN-PK|cncert|agreement-not-in-force/);
  });

  it('tells the parent how far it may pass on what it receives', async () => {
    const { body } = await world.withKey('pkcert').get('/api/v1/me');
    expect(body).toMatchObject({
      organization: { parent: null },
      directions: [{ direction: 'receive', amber_reach: ['banking'] }],
    });
    const [{ in_words }] = (body as { directions: [{ in_words: string }] }).directions;
    expect(in_words).toContain('may pass it on to these of its constituents, up to TLP:AMBER: banking.');
  });
});

describe('the list of what is passed on', () => {
  const list = async (query = '') =>
    (await expected(200, world.as('pkcert-analyst').get(`${PASSING_ON}${query}`))) as {
      items: { item: string; to: string; id: string }[];
      next: string | null;
    };
  it('is paged and narrowed, by the ids of the own team', async () => {
    await passing.passedOn('Kept', 'energy', 'telecom');
    const whole = (await list()).items;
    expect(whole).toMatchObject([
      {
        item: here,
        type: 'advisory',
        originator: 'cncert',
        to: 'banking',
        by: 'Farah Nadeem (invented)',
        ended_at: null,
      },
      { to: 'energy' },
      { to: 'telecom' },
    ]);
    const first = await list('?limit=2');
    const rest = await list(`?limit=2&cursor=${first.next}`);
    expect([[...first.items, ...rest.items], rest.next]).toEqual([whole, null]);
    expect((await list(`?item=${here}`)).items).toEqual([whole[0]]);
    expect((await list('?to=telecom')).items).toEqual([whole[2]]);
    expect((await list(`?item=${own}`)).items).toEqual([]);
    expect((await list(`?item=${there}`)).items).toEqual([]);
    for (const query of ['?item=x', '?to=No%20One', '?other=1', `?to=energy&cursor=${first.next}`])
      expect((await world.as('pkcert-analyst').get(`${PASSING_ON}${query}`)).status).toBeGreaterThanOrEqual(
        400,
      );
  });

  it('is one’s own: nobody ends what another passes on', async () => {
    const { items } = await list();
    const path = `${PASSING_ON}/${items[0]!.id}/end`;
    const answer = await world.as('cncert-duty-officer').post(path).send({});
    const absent = await world.as('pkcert-releaser').post(`${PASSING_ON}/${own}/end`).send({});
    expect([answer.status, answer.text]).toEqual([404, absent.text]);
    const tried = await world.as('pkcert-releaser').post(`${path}?dry_run=true`).send({});
    expect(tried.body).toMatchObject({
      dry_run: true,
      teams: [{ team: 'banking', gets: { count: 0 }, loses: { items: [{ id: here }] } }],
    });
    expect((await list()).items[0]).toMatchObject({ ended_at: null });
  });
});

it('passes nothing on where the terms oblige to pass on to nobody', async () => {
  const other = await Passing.start({ obligations: { onward_sharing: 'none' } });
  try {
    await other.released('Kept close');
    const { results } = await other.passOn('Kept close', 'banking');
    expect(results[0]?.problem).toMatchObject({
      rule: 'D-20',
      detail: 'It may not reach banking: the terms oblige your team to pass it on to nobody (Art. 4).',
    });
  } finally {
    await other.world.close();
  }
});
