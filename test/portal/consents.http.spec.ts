import type { World } from '../cast';
import { everyone } from '../cast';
import { AskingConsent } from '../disclosure/consent-requests/consent-request-world';
import { Consenting } from '../disclosure/consents-world';
import { expected } from '../disclosure/sharing-world';
import { browse } from './browse';

const ABSENT = '0b9e4c1a-0000-4000-8000-000000000000';
let asking: AskingConsent;
let world: World;
let item: string;
let own: string;
beforeAll(async () => {
  asking = await AskingConsent.start();
  ({ world } = asking);
  item = await asking.received('Found by CNCERT');
  own = await asking.derived(item, 'Derived of it');
});
afterAll(() => world.close());

const later = (hours: number) => asking.hours(hours).slice(0, 16);
const plain = (text: string, id: string) =>
  text.replaceAll(id, 'ID').replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');

describe('requests for consent', () => {
  it('are begun on the page of what was received, and asked with what is typed', async () => {
    const browser = await browse(world, 'pkcert-senior-analyst');
    const received = await browser.get(`/portal/advisories/${item}`);
    const [, address] = /href="(\/portal\/consents\/new\?item=[^"]*)"/.exec(received.text) ?? [];
    expect((await browser.get(address!)).text).toContain('Derived of it');
    const fields = {
      ...{ item, for: own, scope: 'teams', teams: 'corvia', teams_in_words: 'A partner of ours' },
      ...{ why: 'It is hit by the same campaign.', until: later(48), answer_by: later(24) },
    };
    const faulty = await browser.post('/portal/consents/new', { ...fields, why: '' });
    expect([faulty.status, /id="field-why-fault"/.test(faulty.text)]).toEqual([422, true]);
    expect(faulty.text).toContain('A partner of ours');
    const { status, location } = await browser.post('/portal/consents/new', fields);
    expect([status, location]).toEqual([
      303,
      expect.stringMatching(/^\/portal\/consents\/[\w-]+\?told=recorded$/),
    ]);
    const id = location!.split(/[/?]/)[3]!;
    expect((await asking.show(id)).scope).toBe('teams');
    // The page of what waits says for whom.
    expect((await browser.get(`/portal/advisories/${own}`)).text).toContain(`/portal/consents/${id}`);
    const releaser = await browse(world, 'pkcert-releaser');
    expect((await releaser.get(`/portal/advisories/${own}/release`)).text).toContain(
      `/portal/consents/${id}`,
    );
  });

  it('stand beside the item and on the home page of who is asked, and are answered there', async () => {
    const id = await asking.ask(item, { for: own });
    const { item: theirs } = await asking.show(id, 'cncert-liaison');
    const browser = await browse(world, 'cncert-liaison');
    for (const page of ['/portal', '/portal/consents', `/portal/advisories/${theirs.id}`])
      expect((await browser.get(page)).text).toContain(`/portal/consents/${id}`);
    const shown = await browser.get(`/portal/consents/${id}`);
    expect(shown.text).toContain('Our partners are hit by the same campaign.');
    expect(shown.text).not.toContain('Derived of it');
    // Where its title stands, its label does, above the page as well.
    expect(shown.text.match(/tlp-banner[^]*?TLP:GREEN/)).not.toBeNull();
    const wider = await browser.post(`/portal/consents/${id}/consent`, { scope: 'public' });
    expect([wider.status, /id="field-scope-fault"/.test(wider.text)]).toEqual([422, true]);
    const fields = { scope: 'teams', teams: 'corvia', until: later(2) };
    expect((await browser.post(`/portal/consents/${id}/consent`, fields)).status).toBe(303);
    expect(await asking.show(id)).toMatchObject({ state: 'granted', consent: { teams: ['corvia'] } });
    expect((await browser.post(`/portal/consents/${id}/withdrawal`, { reason: 'It is over.' })).status).toBe(
      303,
    );
    expect((await asking.show(id)).state).toBe('withdrawn');
  });

  it('are refused with a reason that is told only if it is to be, and closed by who asks', async () => {
    const [refused, closed] = [await asking.ask(item, { for: own }), await asking.ask(item, { for: own })];
    const fields = { reason_code: 'law', reason: 'The act of 2024.' };
    const browser = await browse(world, 'cncert-liaison');
    expect((await browser.post(`/portal/consents/${refused}/refusal`, fields)).status).toBe(303);
    const asker = await browse(world, 'pkcert-liaison');
    expect((await asker.get(`/portal/consents/${refused}`)).text).not.toContain('The act of 2024.');
    expect((await asker.post(`/portal/consents/${closed}/closing`)).status).toBe(303);
    expect((await asking.show(closed)).state).toBe('closed');
  });

  it.each(everyone.flatMap(({ person, organization }) => (person ? [{ person, organization }] : [])))(
    'are shown to the two sides and to nobody else: $person',
    async ({ person, organization }) => {
      const id = await asking.ask(item, { scope: 'constituents' });
      const browser = await browse(world, person);
      const [seen, absent] = [
        await browser.get(`/portal/consents/${id}`),
        await browser.get(`/portal/consents/${ABSENT}`),
      ];
      const side = ['pkcert', 'cncert'].includes(organization);
      expect([seen.status, absent.status]).toEqual([side ? 200 : 404, 404]);
      if (!side) expect(plain(seen.text, id)).toBe(plain(absent.text, ABSENT));
    },
  );
});

describe('passing on', () => {
  it('says of each constituent what would become of it, and where to ask for consent', async () => {
    const browser = await browse(world, 'pkcert-releaser');
    const page = `/portal/passing-on/new?item=${item}`;
    expect((await browser.get(`/portal/advisories/${item}`)).text).toContain(page);
    const looked = await browser.post('/portal/passing-on/new', { item, to: 'banking', act: 'look' });
    expect(looked.text).toContain('/portal/consents/new?scope=constituents');
    await asking.consent(await asking.ask(item, { scope: 'constituents' }));
    const again = await browser.post('/portal/passing-on/new', { item, to: 'banking', act: 'look' });
    expect(again.text).toContain('value="pass"');
    expect((await asking.passing.listed('banking')).size).toBe(0);
    expect((await browser.post('/portal/passing-on/new', { item, to: 'banking', act: 'pass' })).status).toBe(
      303,
    );
    expect((await asking.passing.listed('banking')).size).toBe(1);
    const list = await browser.get('/portal/passing-on');
    const [, end] = /action="(\/portal\/passing-on\/[\w-]+\/end)"/.exec(list.text) ?? [];
    expect((await browser.post(end!, { reason: 'It is over.' })).status).toBe(303);
    expect((await asking.passing.listed('banking')).size).toBe(0);
    expect((await browser.get('/portal/passing-on')).text).toContain('It is over.');
  });
});

describe('acknowledgements', () => {
  it('are made on the page of what was received, and listed on both sides', async () => {
    const browser = await browse(world, 'pkcert-senior-analyst');
    // Reading it is what brings it in.
    expect((await browser.get(`/portal/advisories/${item}`)).text).toContain(
      `action="/portal/acknowledgements/advisory/${item}"`,
    );
    expect((await browser.post(`/portal/acknowledgements/advisory/${item}`)).status).toBe(303);
    expect((await browser.get('/portal/acknowledgements?side=made')).text).toContain(item);
    const theirs = await browse(world, 'cncert-liaison');
    expect((await theirs.get('/portal/acknowledgements')).text).toContain('pkcert');
  });
});

describe('asking for information', () => {
  it('is refused beside the field, and leads to the request', async () => {
    const browser = await browse(world, 'pkcert-liaison');
    expect((await browser.get('/portal/requests')).text).toContain('/portal/requests/new');
    const fields = { to: 'cncert', subject: 'Indicators of last week', open_until: later(48) };
    const faulty = await browser.post('/portal/requests/new', { ...fields, open_until: '2020-01-01T00:00' });
    expect([faulty.status, /id="field-open_until-fault"/.test(faulty.text)]).toEqual([422, true]);
    const { status, location } = await browser.post('/portal/requests/new', fields);
    expect([status, location]).toEqual([
      303,
      expect.stringMatching(/^\/portal\/requests\/[\w-]+\?told=recorded$/),
    ]);
    expect((await browser.get(location!)).text).toContain('Indicators of last week');
  });
});

describe('national rules', () => {
  const fields = (change: object = {}) => ({
    ...{ base: '0', count: '1', law: 'Cyber Act (invented)', source: 'https://law.example/1' },
    ...{ effective_on: '2024-07-01', 'restrictions.0.clause': '§ 12', 'restrictions.0.direction': 'sending' },
    ...{ 'restrictions.0.information_types': 'threat_report', 'restrictions.0.countries': 'XC' },
    ...change,
  });

  it('are drafted after it was shown what they would withhold; what lets go waits for a second person', async () => {
    const browser = await browse(world, 'pkcert-liaison');
    expect((await browser.get('/portal/organizations/pkcert')).text).toContain('/portal/overlay');
    expect((await browser.get('/portal/overlay/new')).status).toBe(200);
    const faulty = await browser.post(
      '/portal/overlay/new',
      fields({ 'restrictions.0.countries': 'Xanadu' }),
    );
    expect([faulty.status, /id="field-restrictions.0.countries-fault"/.test(faulty.text)]).toEqual([
      422,
      true,
    ]);
    const looked = await browser.post('/portal/overlay/new', fields({ act: 'look' }));
    expect([looked.status, looked.text.includes('value="record"')]).toEqual([200, true]);
    const { location } = await browser.post('/portal/overlay/new', fields({ act: 'record' }));
    expect(location).toBe('/portal/overlay/1?told=recorded');
    expect((await browser.get('/portal/overlay/1')).text).toContain('https://law.example/1');
    const none = { ...fields(), base: '1', count: '0', act: 'record' };
    expect((await browser.post('/portal/overlay/new', none)).location).toBe(
      '/portal/overlay/2?told=recorded',
    );
    const mine = await browser.get('/portal/overlay/2');
    expect(mine.text).not.toContain('action="/portal/overlay/2/confirmation"');
    const second = await browse(world, 'pkcert-second-liaison');
    expect((await second.get('/portal')).text).toContain('/portal/overlay/2');
    expect((await second.get('/portal/overlay/2')).text).toContain('action="/portal/overlay/2/confirmation"');
    expect((await second.post('/portal/overlay/2/confirmation')).status).toBe(303);
    expect((await second.get('/portal/overlay')).text).toContain('/portal/overlay/1');
  });

  it('are kept by liaison officers: others read them', async () => {
    const browser = await browse(world, 'pkcert-analyst');
    expect((await browser.get('/portal/overlay')).status).toBe(200);
    expect((await browser.get('/portal/overlay/new')).status).toBe(403);
  });
});

describe('consents of sources', () => {
  it('are recorded on a page of the advisory, confirmed by a second person and revoked', async () => {
    const advisory = await Consenting.in(world).imported('Of another publisher');
    const browser = await browse(world, 'pkcert-liaison');
    const page = `/portal/advisories/${advisory}/consents`;
    expect((await browser.get(`/portal/advisories/${advisory}`)).text).toContain(page);
    const fields = { source: 'A vendor (invented)', to: 'partners', valid_until: later(48) };
    const faulty = await browser.post(page, { ...fields, evidence_sha256: 'none' });
    expect([faulty.status, /id="field-evidence_sha256-fault"/.test(faulty.text)]).toEqual([422, true]);
    expect((await browser.post(page, { ...fields, evidence_sha256: 'ab'.repeat(32) })).status).toBe(303);
    const second = await browse(world, 'pkcert-second-liaison');
    const [, confirm] = /action="([^"]*\/confirmation)"/.exec((await second.get(page)).text) ?? [];
    expect((await second.post(confirm!)).status).toBe(303);
    const [, revoke] = /action="([^"]*\/revocation)"/.exec((await second.get(page)).text) ?? [];
    expect((await second.post(revoke!, { reason: 'It says so.' })).status).toBe(303);
    expect((await second.get(page)).text).toContain('It says so.');
    await expected(200, world.as('pkcert-analyst').get(`/api/v1/advisories/${advisory}/consents`));
  });
});
