import { createHash } from 'node:crypto';
import { everyone, expectedRefusal, startWorld, type World } from '../cast';
import { grant, Instrument, terms } from './agreement-world';

let world: World;
let mou: Instrument;
beforeAll(async () => {
  world = await startWorld();
  mou = await new Instrument(world, 'PK-CANON-1').draft({
    terms: terms({
      expires_at: '2030-05-01',
      corrections: 'allowed',
      grants: [
        grant('pkcert', 'cncert', {
          severity: { most: 'high' },
          channels: ['taxii', 'csaf'],
          reach_back: '2026-01-01T05:00:00+05:00',
          obligations: { retention_days: 30, permitted_purposes: ['research', 'network_defence'] },
        }),
        grant('cncert', 'pkcert', {
          severity: { least: 'low', most: 'high' },
          amber_reach: ['energy', 'banking'],
          reach_back: 'all',
          pap_ceiling: 'AMBER',
          need: 'both',
        }),
      ],
    }),
  });
});
afterAll(() => world.close());

const PATH = '/api/v1/agreements/PK-CANON-1/terms/1/canonical';
const PARTIES = ['moitt', 'pkcert', 'cncert', 'itu'];
interface Exported {
  canonical_sha256: string;
  content: { parties: { organization: string }[]; grants: object[] };
}
const read = async (path: string) => {
  const { status, body, text } = await world.as('pkcert-analyst').get(path);
  return { status, body: body as Exported, text };
};

describe.each(everyone)('$name', (asker) => {
  it('reads the canonical terms of an agreement that her organization is party to, and no others', async () => {
    const refusal = expectedRefusal(asker, ['person', 'api-key']);
    const [here, absent, unheard] = [
      await asker.ask(world).get(PATH),
      await asker.ask(world).get(PATH.replace('CANON-1', 'ABSENT')),
      await asker.ask(world).get(PATH.replace('/1/', '/9/')),
    ];
    expect(here.status).toBe(refusal ?? (PARTIES.includes(asker.organization) ? 200 : 404));
    expect([absent.status, unheard.status]).toEqual([refusal ?? 404, refusal ?? 404]);
    if (here.status === 404) expect([here.text, here.text]).toEqual([absent.text, unheard.text]);
  });
});

describe('canonical terms', () => {
  it.each([
    { rule: 'not_before', date: '2027-01-01T05:00:00+05:00' },
    { rule: 'after_last_notification', days: 30 },
  ])('hold what the entry into force waits for: $rule', async (condition) => {
    const reference = `PK-CANON-${condition.rule === 'not_before' ? 'DATE' : 'DAYS'}`;
    await new Instrument(world, reference).draft({ terms: terms({ entry_condition: condition }) });
    const { status, body } = await read(`/api/v1/agreements/${reference}/terms/1/canonical`);
    const date = condition.date && { date: new Date(condition.date).toISOString() };
    expect([status, body.content]).toMatchObject([200, { entry_condition: { ...condition, ...date } }]);
  });

  it('come in the bytes that are compared, with the hash that was made when they were proposed', async () => {
    const { body, text } = await read(PATH);
    const [stored] = ((await mou.read()) as { terms: { canonical_sha256: string }[] }).terms;
    const content = /"content":(.*),"covers"/.exec(text)?.[1] ?? '';
    expect(JSON.parse(content)).toEqual(body.content);
    expect(createHash('sha256').update(content).digest('hex')).toBe(stored!.canonical_sha256);
    expect(body).toMatchObject({
      accord: 'agreement-terms/1',
      title: 'Memorandum on cyber-security cooperation (invented)',
      terms_version: 1,
      canonical_sha256: stored!.canonical_sha256,
      content: {
        agreement: 'PK-CANON-1',
        expires_at: '2030-05-01T00:00:00.000Z',
        grants: [
          { from: 'cncert', severity: { least: 'low', most: 'high' }, amber_reach: ['banking', 'energy'] },
          { from: 'pkcert', severity: { most: 'high' }, channels: ['csaf', 'taxii'] },
        ],
      },
    });
  });

  it('keep their hash when somebody joins with later ones', async () => {
    const before = (await read(PATH)).text;
    await mou.sign();
    await mou.done('pkcert-liaison', 'terms/1/entry-into-force');
    const corvia = { organization: 'corvia', roles: ['signatory', 'operating_cert'] };
    const joined = { ...terms({ grants: [grant('pkcert', 'corvia')] }), joining: [corvia] };
    await mou.done('pkcert-liaison', 'terms', joined);
    expect((await read(PATH)).text).toBe(before);
    const { status, body } = await read(PATH.replace('/1/', '/2/'));
    expect([status, body.content.parties.map(({ organization }) => organization)]).toEqual([
      200,
      ['cncert', 'corvia', 'itu', 'moitt', 'pkcert'],
    ]);
    expect((await world.as('corvia-liaison').get(PATH.replace('/1/', '/2/'))).status).toBe(404);
  });

  it.each(['0', '01', '1.0', '1e0', 'latest'])(
    'are at no other path than that of their number: %s',
    async (number) => {
      expect((await read(PATH.replace('/1/', `/${number}/`))).status).toBe(404);
    },
  );

  it('are not given out if they are no longer stored as they were proposed', async () => {
    await world.owner.query('ALTER TABLE exchange_grant DISABLE TRIGGER USER');
    await world.owner.query(`UPDATE exchange_grant SET nexus = 'either' WHERE clause = 'Art. 4(1)'`);
    expect((await read(PATH)).status).toBe(500);
  });
});
