import { say } from '../../src/portal/messages/catalogue';
import { unturned } from '../../src/portal/messages/turning';
import type { World } from '../cast';
import { labels, type work } from '../incidents/case-work';
import { browse } from './browse';
import { incidentDesk } from './incidents/incident-desk';

/** Ends the isolation that it stands in, and turns what follows (UAX 9). */
const TURNED = 'Ilse\u2069\u202egnaW';
const OBEYED = /[\u202a-\u202e\u2066\u2067]|Ilse\u2069/;

describe('text in a message', () => {
  it('turns nothing outside of it, and what it isolates ends with it', () => {
    expect(unturned(TURNED)).toBe('IlseU+2069U+202EgnaW');
    expect(unturned('\u2068a\u2069 \u2068b')).toBe('\u2068a\u2069 \u2068b\u2069');
    expect(unturned('نام \u200f')).toBe('نام U+200F');
    expect(say('en', 'home.greeting', { name: TURNED })).toContain('\u2068IlseU+2069U+202EgnaW\u2069');
  });
});

describe('pages', () => {
  let world: World;
  let desk: ReturnType<typeof work>;
  beforeAll(async () => {
    ({ world, desk } = await incidentDesk());
    for (const person of ['pkcert-senior-analyst', 'cncert-duty-officer'] as const)
      await world.owner.query('UPDATE account SET name = $2 WHERE id = $1', [world.people[person], TURNED]);
  });
  afterAll(() => world.close());

  it('show by their numbers what would turn them, wherever somebody is named', async () => {
    const id = await desk.open({
      title: 'Whose',
      handling: labels('partners'),
      parts: [{ kind: 'indicator', title: 'Where', text: `evil.example${TURNED}` }],
    });
    const own = await browse(world, 'pkcert-senior-analyst');
    const body = { base: 1, title: 'Whose, again' };
    const changed = await world
      .as('pkcert-senior-analyst')
      .post(`/api/v1/incidents/${id}/versions`)
      .send(body);
    expect(changed.status).toBe(201);
    for (const path of [
      ...['/portal', '/portal/why', '/portal/call-and-stop', '/portal/advisories/new'],
      ...[`/portal/incidents/cases/${id}`, `/portal/incidents/cases/${id}/edit`],
    ]) {
      const { status, text } = await own.get(path);
      // What is copied or typed is what it is.
      const read = text.replaceAll(/ data-copy="[^"]*"|<textarea.*?<\/textarea>/gs, '');
      expect([path, status, OBEYED.exec(read)?.[0]]).toEqual([path, 200, undefined]);
      expect([path, text.includes('U+202E')]).toEqual([path, true]);
    }
  });
});
