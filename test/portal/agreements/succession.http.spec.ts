import { expected, Sharing } from '../../disclosure/sharing-world';
import { browse } from '../browse';

const both = ['signatory', 'operating_cert'];

describe('an agreement in place of an earlier one, on the pages', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await Sharing.start();
    await sharing.inForce('corvia', 'PK-XC-OLD', {}, { expires_at: '2026-03-05T00:00:00Z' });
    const browser = await browse(sharing.world, 'pkcert-liaison', {});
    const { text } = await browser.get('/portal/agreements/draft?supersedes=PK-XC-OLD');
    expect(text).toMatch(/<option value="PK-XC-OLD" selected/);
    const fields = {
      ...{ reference: 'PK-XC-NEW', title: 'Later', kind: 'mou', 'supersedes.agreement': 'PK-XC-OLD' },
      ...{
        'supersedes.former': 'ends',
        'party-0': 'pkcert',
        'roles-0': both,
        'party-1': 'corvia',
        'roles-1': both,
      },
      terms: JSON.stringify({
        grants: [
          {
            ...{
              from: 'pkcert',
              to: 'corvia',
              clause: 'Art. 1',
              categories: 'any',
              sectors: 'any',
              reach_back: 'none',
            },
            information_types: [{ type: 'threat_report', tlp_ceiling: 'GREEN' }],
          },
        ],
      }),
    };
    const read = await browser.post('/portal/agreements/draft', fields);
    const seen = /name="seen" value="([\w-]+)"/.exec(read.text)?.[1] ?? '';
    expect((await browser.post('/portal/agreements/draft', { ...fields, seen })).status).toBe(303);
    const path = '/api/v1/agreements/PK-XC-NEW/terms/1';
    const pk = sharing.world.as('pkcert-liaison');
    await expected(201, pk.post(`${path}/submission`).send({}));
    for (const person of ['pkcert-liaison', 'corvia-liaison'] as const)
      await expected(201, sharing.world.as(person).post(`${path}/signatures`).send({}));
    const later = { effective_at: '2027-04-21T00:00:00Z' };
    await expected(201, pk.post(`${path}/entry-into-force`).send(later));
  });
  afterAll(() => sharing.world.close());

  it.each([
    ['en', 'a gap of', '412 days'],
    ['ur', 'کا خلا', '412'],
    ['zh', '空档', '412'],
  ] as const)('tell both sides of the gap, in a sentence and a picture: %s', async (language, ...words) => {
    for (const person of ['pkcert-analyst', 'corvia-liaison'] as const) {
      const browser = await browse(sharing.world, person, { language });
      for (const path of ['PK-XC-OLD', 'PK-XC-NEW', 'relationships']) {
        const { status, text } = await browser.get(`/portal/agreements/${path}`);
        expect([path, status]).toEqual([path, 200]);
        for (const word of words) expect([path, text.includes(word)]).toEqual([path, true]);
        expect(text).toContain('between-gap');
        expect(text).toContain('PK-XC-OLD');
      }
    }
  });

  it('lead from one to the other, and offer the next only to liaison officers', async () => {
    const liaison = await browse(sharing.world, 'pkcert-liaison', {});
    const analyst = await browse(sharing.world, 'pkcert-analyst', {});
    const link = '/portal/agreements/draft?supersedes=PK-XC-NEW';
    const [mine, hers] = [
      await liaison.get('/portal/agreements/PK-XC-NEW'),
      await analyst.get('/portal/agreements/PK-XC-NEW'),
    ];
    expect([mine.text.includes(link), hers.text.includes(link)]).toEqual([true, false]);
    expect(hers.text).toContain('href="/portal/agreements/PK-XC-OLD"');
  });
});
