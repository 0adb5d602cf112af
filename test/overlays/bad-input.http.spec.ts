import { startWorld, type World } from '../cast';
import { badBodies, type BodyRoute, isProblem, send } from '../cast/bad-input';
import { BARRED_FROM_PUBLIC, LAW, NOT_LET_IN, PATH, WITHHELD_ABROAD } from './overlay-work';

const BODY = { base: 0, law: LAW, restrictions: [WITHHELD_ABROAD, BARRED_FROM_PUBLIC, NOT_LET_IN] };
const ROUTE: BodyRoute = { method: 'post', path: PATH, good: BODY };
const first = (change: object) => ({ ...BODY, restrictions: [{ ...WITHHELD_ABROAD, ...change }] });
const EVERY_TYPE_TWICE = ['threat_report', 'threat_report'];

describe('what an overlay may not say', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());
  const liaison = () => world.as('pkcert-liaison');

  it.each(Object.keys(badBodies(ROUTE)))('is refused as a problem: %s', async (what) => {
    const sent = badBodies(ROUTE)[what]!;
    const answer = await send(liaison(), ROUTE, sent);
    expect([answer.status, isProblem(answer)]).toEqual([sent.status, true]);
  });

  it.each<[string, object, string]>([
    ['a base that is no number', { ...BODY, base: '0' }, 'base'],
    ['a base below nothing', { ...BODY, base: -1 }, 'base'],
    ['a law of no words', { ...BODY, law: ' ' }, 'law'],
    ['a law on two lines', { ...BODY, law: 'Act\nof 2024' }, 'law'],
    ['a law too long', { ...BODY, law: 'x'.repeat(501) }, 'law'],
    ['a source of no words', { ...BODY, source: ' ' }, 'source'],
    ['a day that is none', { ...BODY, effective_on: '2024-02-30' }, 'effective_on'],
    ['an instant for a day', { ...BODY, effective_on: '2024-02-01T00:00:00Z' }, 'effective_on'],
    ['too many restrictions', { ...BODY, restrictions: Array(51).fill(WITHHELD_ABROAD) }, 'restrictions'],
    ['a restriction that is a list', { ...BODY, restrictions: [[]] }, 'restrictions'],
    ['no clause', first({ clause: undefined }), 'restrictions.0.clause'],
    ['a clause of no words', first({ clause: '' }), 'restrictions.0.clause'],
    ['a direction unknown', first({ direction: 'both' }), 'restrictions.0.direction'],
    ['a type unknown', first({ information_types: ['rumour'] }), 'restrictions.0.information_types'],
    ['no type', first({ information_types: [] }), 'restrictions.0.information_types'],
    ['types left out', first({ information_types: undefined }), 'restrictions.0.information_types'],
    ['a type twice', first({ information_types: EVERY_TYPE_TWICE }), 'restrictions.0.information_types'],
    ['types that are not any', first({ information_types: 'all' }), 'restrictions.0.information_types'],
    ['a marking unknown', first({ least_tlp: 'WHITE' }), 'restrictions.0.least_tlp'],
    ['a marking of null', first({ least_tlp: null }), 'restrictions.0.least_tlp'],
    [
      'countries left out, where nothing else is barred',
      first({ countries: undefined }),
      'restrictions.0.countries',
    ],
    ['no country', first({ countries: [] }), 'restrictions.0.countries'],
    ['a country in small letters', first({ countries: ['cn'] }), 'restrictions.0.countries'],
    ['a country of three letters', first({ countries: ['CHN'] }), 'restrictions.0.countries'],
    ['a country twice', first({ countries: ['CN', 'CN'] }), 'restrictions.0.countries'],
    ['a place that is not abroad', first({ countries: 'everywhere' }), 'restrictions.0.countries'],
    ['nothing said of the public', first({ public: undefined }), 'restrictions.0.public'],
    ['a public that is no truth', first({ public: 'true' }), 'restrictions.0.public'],
    ['a public of what is received', first({ direction: 'receiving' }), 'restrictions.0.public'],
    ['an exception', first({ except: ['CN'] }), 'restrictions.0.except'],
    ['something that it allows', { ...BODY, allows: [] }, 'allows'],
    ['an instant to come', { ...BODY, effective_from: '2027-01-01T00:00:00Z' }, 'effective_from'],
  ])('names the field: %s', async (_, sent, field) => {
    const { status, body } = await liaison().post(PATH).send(sent);
    expect(status).toBe(422);
    expect((body as { errors: { field: string }[] }).errors.map((one) => one.field)).toContain(field);
  });

  it.each(['0', '01', '1.0', '1e0', '-1', 'x', '10000000', '..%2f1'])(
    'finds no version %s',
    async (number) => {
      expect((await liaison().get(`${PATH}/${number}`)).status).toBe(404);
      expect((await liaison().post(`${PATH}/${number}/confirmation`).send({})).status).toBe(404);
    },
  );

  it('takes all that it describes, and answers it as it was sent', async () => {
    const { status, body } = await liaison().post(PATH).send(BODY);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      number: 1,
      state: 'in_force',
      law: LAW,
      recorded_by: { id: world.people['pkcert-liaison'] },
      confirmed_at: null,
      confirmed_by: null,
      restrictions: [
        { ...WITHHELD_ABROAD, least_tlp: null },
        { ...BARRED_FROM_PUBLIC, countries: [] },
        { ...NOT_LET_IN, public: false },
      ],
    });
    expect((await liaison().get(`${PATH}/1`)).body).toEqual(body);
    expect((await liaison().get(PATH)).body).toEqual({ items: [body], next: null });
  });
});
