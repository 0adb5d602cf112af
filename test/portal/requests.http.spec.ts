import { everyone } from '../cast';
import { Requests } from '../disclosure/requests/request-world';
import { browse } from './browse';

const ABSENT = '0b9e4c1a-0000-4000-8000-000000000000';
let requests: Requests;
beforeAll(async () => {
  requests = await Requests.start();
});
afterAll(() => requests.world.close());

/** A page without what differs from one asking to the next. */
const plain = (text: string, id: string) =>
  text.replaceAll(id, 'ID').replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');

describe('requests for information', () => {
  it.each(everyone.flatMap(({ person, organization }) => (person ? [{ person, organization }] : [])))(
    'are shown to who asks and who is asked, and to nobody else: $person',
    async ({ person, organization }) => {
      const id = await requests.ask();
      const browser = await browse(requests.world, person);
      const [seen, absent] = [
        await browser.get(`/portal/requests/${id}`),
        await browser.get(`/portal/requests/${ABSENT}`),
      ];
      const party = ['pkcert', 'cncert'].includes(organization);
      expect([seen.status, absent.status]).toEqual([party ? 200 : 404, 404]);
      if (!party) expect(plain(seen.text, id)).toBe(plain(absent.text, ABSENT));
      const lists = [
        await browser.get('/portal/requests'),
        await browser.get('/portal/requests?direction=sent'),
      ];
      expect(lists.some(({ text }) => text.includes(id))).toBe(party);
    },
  );

  it('ask for sign-in', async () => {
    const { location } = await (await browse(requests.world)).get('/portal/requests');
    expect(location).toMatch(/^\/portal\/sign-in/);
  });

  it('are answered by a releaser after it was shown whom it affects', async () => {
    const item = await requests.sharing.released('Asked for in the portal');
    const id = await requests.ask();
    const browser = await browse(requests.world, 'pkcert-releaser');
    const looked = await browser.post(`/portal/requests/${id}/answers`, { item, act: 'look' });
    expect(looked.status).toBe(200);
    expect(looked.text.replaceAll(/<[^>]*>|[\u2068\u2069]/g, '')).toMatch(/cncert gets 1/);
    expect((await requests.show(id, 'pkcert-analyst')).answers).toEqual([]);
    const { status, location } = await browser.post(`/portal/requests/${id}/answers`, {
      item,
      act: 'answer',
    });
    expect([status, location]).toEqual([303, `/portal/requests/${id}?told=recorded`]);
    expect((await requests.show(id, 'pkcert-analyst')).answers.map((one) => one.id)).toEqual([item]);
    // Where its title stands, its label does, above the page as well.
    const { text } = await browser.get(`/portal/requests/${id}`);
    expect(text).toContain('Asked for in the portal');
    expect(text.match(/tlp-banner[^]*?TLP:GREEN/)).not.toBeNull();
  });

  it('are refused with a reason that is told only if it is to be', async () => {
    const id = await requests.ask();
    const browser = await browse(requests.world, 'pkcert-analyst');
    const unknown = await browser.post(`/portal/requests/${id}/refusal`, { reason_code: 'mood' });
    expect([unknown.status, (await requests.show(id, 'pkcert-analyst')).state]).toEqual([422, 'open']);
    const fields = { reason_code: 'law', reason: 'The act of 2024.' };
    expect((await browser.post(`/portal/requests/${id}/refusal`, fields)).status).toBe(303);
    const partner = await browse(requests.world, 'cncert-liaison');
    expect((await partner.get(`/portal/requests/${id}`)).text).not.toContain('The act of 2024.');
    expect((await browser.get(`/portal/requests/${id}`)).text).toContain('The act of 2024.');
  });

  it('are closed by who asked', async () => {
    const id = await requests.ask();
    const browser = await browse(requests.world, 'cncert-liaison');
    expect((await browser.post(`/portal/requests/${id}/closing`)).status).toBe(303);
    expect((await requests.show(id, 'pkcert-analyst')).state).toBe('closed');
  });
});
