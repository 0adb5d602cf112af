import type { AgreementView } from '../../../src/agreements/agreement-view';
import type { OwedView } from '../../../src/disclosure/obligations/obligation.view';
import { everyone, expectedRefusal, type World } from '../../cast';
import { browse } from '../../portal/browse';
import { expected, Sharing } from '../sharing-world';
import { PATH } from './register-world';

const REFERENCE = 'PK-CN-LASTS';
let sharing: Sharing;
let world: World;
let item: string;

beforeAll(async () => {
  sharing = await Sharing.start();
  ({ world } = sharing);
  await sharing.inForce('cncert', REFERENCE, {
    obligations: {
      post_termination: { rule: 'keep_under_terms' },
      survival: { purposes: 3, confidentiality: 'indefinite', attribution: 1 },
      feedback: ['sightings', 'usefulness'],
    },
  });
  item = await sharing.released('One (invented)');
  await sharing.pull('cncert');
});
afterAll(() => world.close());

const agreement = async (by: 'pkcert-liaison' | 'cncert-auditor') =>
  (await expected(200, world.as(by).get(`/api/v1/agreements/${REFERENCE}`))) as AgreementView;

test('what lives on, and what the originator hopes to hear, goes with what is disclosed and has no date', async () => {
  const { obligations } = (await expected(
    200,
    world.as('pkcert-liaison').get(`/api/v1/decisions/explain?item=${item}&team=cncert`),
  )) as { obligations: object[] };
  expect(obligations).toMatchObject([
    { rule: 'O-10' },
    { rule: 'O-11', value: { purposes: 3, confidentiality: 'indefinite', attribution: 1 }, due: null },
    { rule: 'O-12', value: ['sightings', 'usefulness'], due: null },
  ]);
});

test('what is only hoped for is never owed, however long one waits', async () => {
  world.clock.advance(60 * 86_400_000);
  for (const side of ['pkcert-liaison', 'cncert-liaison'] as const) {
    const { items } = (await expected(200, world.as(side).get(`${PATH}?state=live`))) as { items: object[] };
    expect(items).toEqual([]);
  }
});

describe('the end of the agreement', () => {
  let ended: Date;
  const years = (many: number) => {
    const date = new Date(ended);
    date.setUTCFullYear(date.getUTCFullYear() + many);
    return date.toISOString();
  };
  beforeAll(async () => {
    expect((await agreement('pkcert-liaison')).surviving).toEqual([]);
    await sharing.end(REFERENCE);
    ended = world.clock.now();
    world.clock.advance(1000);
  });

  it('says until when what is owed lives on, for each direction, to both sides', async () => {
    for (const side of ['pkcert-liaison', 'cncert-auditor'] as const) {
      const { surviving } = await agreement(side);
      expect(surviving).toEqual([
        {
          ...{ from: 'pkcert', to: 'cncert', terms_version: 1 },
          survives: [
            { what: 'confidentiality', years: null, until: null },
            { what: 'purposes', years: 3, until: years(3) },
            { what: 'onward_sharing', years: null, until: null },
            { what: 'retention', years: null, until: null },
            { what: 'attribution', years: 1, until: years(1) },
          ],
        },
      ]);
    }
  });

  it('opens obligations that carry it', async () => {
    const { items } = (await expected(200, world.as('cncert-liaison').get(PATH))) as { items: OwedView[] };
    expect(items).toMatchObject([{ kind: 'keep', state: 'open', due_at: null }]);
    const shown = (await expected(
      200,
      world.as('pkcert-liaison').get(`${PATH}/${items[0]!.id}`),
    )) as OwedView;
    expect(shown.survives).toContainEqual({ what: 'purposes', years: 3, until: years(3) });
    expect(shown.survives).toContainEqual({ what: 'retention', years: null, until: null });
  });

  it('is told to nobody else of the cast', async () => {
    for (const asker of everyone) {
      const { status, text } = await asker.ask(world).get(`/api/v1/agreements/${REFERENCE}`);
      const side = ['pkcert', 'cncert'].includes(asker.organization);
      const refused = expectedRefusal(asker, ['person', 'api-key']);
      expect([asker.name, status]).toEqual([asker.name, refused ?? (side ? 200 : 404)]);
      expect(text.includes('"survives"')).toBe(status === 200);
    }
  });

  it('ends nothing of it: after all the years what is kept is still owed', async () => {
    world.clock.set(years(4));
    const { items } = (await expected(200, world.as('cncert-liaison').get(`${PATH}?state=live`))) as {
      items: object[];
    };
    expect(items).toMatchObject([{ kind: 'keep', state: 'open' }]);
  });

  it.each(['en', 'ur', 'zh'] as const)('is on the page of the agreement: %s', async (language) => {
    const { text } = await (
      await browse(world, 'pkcert-liaison', { language })
    ).get(`/portal/agreements/${REFERENCE}`);
    expect(text).toContain('id="surviving"');
    expect(text).toContain(years(3).slice(0, 10));
  });
});
