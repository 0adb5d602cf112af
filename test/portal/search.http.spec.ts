import { checkCharacter } from '../../src/disclosure/items/rules/item-reference';
import { everyone, type World } from '../cast';
import { sharedWorld } from '../disclosure/shared-world';
import { browse } from './browse';

/** A reference that nothing has, with the right character at its end. */
const UNKNOWN = `PK-0000-0000-${checkCharacter('PK00000000')}`;

let world: World;
let references: { reference: string; team: string; owner: string }[];
let titles: string[];
beforeAll(async () => {
  ({ world } = await sharedWorld());
  for (const { ask } of everyone) await ask(world).get('/api/v1/feed');
  references = await world.owner.query(
    `SELECT r.reference, t.handle AS team, o.handle AS owner FROM item_reference r
     JOIN organization t ON t.id = r.team_id JOIN organization o ON o.id = r.owner_id`,
  );
  const rows: { title: string }[] = await world.owner.query('SELECT DISTINCT title FROM item_version');
  titles = rows.map(({ title }) => title);
});
afterAll(() => world.close());

const people = everyone.flatMap(({ person, organization, ask }) =>
  person ? [{ person, organization, ask }] : [],
);
const hits = (text: string): string[] =>
  [...text.matchAll(/<li>.*?<a href="(\/portal\/[^"]+)"><bdi[^>]*>([^<]*)/gs)].map(([, , title]) => title!);

describe('search', () => {
  it('is on every page of who is signed in, and asks others to sign in', async () => {
    const { text } = await (await browse(world, 'pkcert-analyst')).get('/portal');
    expect(text).toContain('<form method="get" action="/portal/search"');
    expect((await (await browse(world)).get('/portal/search?q=a')).status).toBe(303);
  });

  it('finds for each of the cast what the web API lists for her, and nothing else', async () => {
    for (const { person, ask } of people) {
      const browser = await browse(world, person);
      for (const title of titles) {
        const listed: string[] = [];
        for (const kind of ['advisories', 'incidents'])
          for (const scope of ['own', 'received']) {
            const { body } = await ask(world).get(`/api/v1/${kind}`).query({ scope, text: title, limit: 10 });
            listed.push(...((body as { items?: { title: string }[] }).items ?? []).map((one) => one.title));
          }
        const { status, text } = await browser.get(
          `/portal/search?${new URLSearchParams({ q: title }).toString()}`,
        );
        const found = hits(text).filter((one) => titles.includes(one));
        expect([person, title, status, found.toSorted()]).toEqual([person, title, 200, listed.toSorted()]);
      }
    }
  });

  it('counts what it shows, and names no sort of which it found nothing', async () => {
    const { text } = await (await browse(world, 'dunmere-liaison')).get('/portal/search?q=partners');
    expect(text).not.toMatch(/Advisories (shared|of your)/);
    const { text: own } = await (await browse(world, 'pkcert-analyst')).get('/portal/search?q=partners');
    const [, count] = /Advisories of your organization <small[^>]*>(\d+) (?:is|are) shown/.exec(own)!;
    const section = own.slice(own.indexOf('Advisories of your organization')).split('</section>')[0]!;
    expect(section.match(/<li>/g)).toHaveLength(Number(count));
  });

  it('leads from a short reference straight to its item', async () => {
    const own = references.find(({ team, owner }) => team === 'pkcert' && owner === 'pkcert')!;
    const { status, location } = await (
      await browse(world, 'pkcert-analyst')
    ).get(`/portal/search?q=${own.reference.toLowerCase()}`);
    expect([status, location]).toEqual([
      303,
      expect.stringMatching(/^\/portal\/(advisories|incidents\/cases)\/[0-9a-f-]{36}$/),
    ]);
  });

  it('answers the same of a reference that is withheld and of one that nothing has', async () => {
    for (const person of ['dunmere-liaison', 'itu-liaison', 'corvia-liaison'] as const) {
      if (!people.some((one) => one.person === person)) continue;
      const browser = await browse(world, person);
      const ask = async (reference: string) => {
        const { status, text } = await browser.get(`/portal/search?q=${reference}`);
        return [status, text.replaceAll(reference, 'REFERENCE')];
      };
      const unknown = await ask(UNKNOWN);
      expect(unknown[0]).toBe(200);
      const theirs = references.filter(({ team }) => team === 'cncert' || team === 'pkcert');
      expect(theirs.length).toBeGreaterThan(0);
      for (const { reference } of theirs) expect(await ask(reference)).toEqual(unknown);
    }
  });

  it('says of a mistyped reference that it is, whether or not it was ever given', async () => {
    const browser = await browse(world, 'dunmere-liaison');
    const wrong = (reference: string) => reference.slice(0, -1) + (reference.endsWith('2') ? '3' : '2');
    for (const reference of [UNKNOWN, references[0]!.reference])
      expect((await browser.get(`/portal/search?q=${wrong(reference)}`)).text).toContain(
        'mistyped or misheard',
      );
  });

  it('finds organizations, agreements and reports by their words', async () => {
    const browser = await browse(world, 'pkcert-liaison');
    expect((await browser.get('/portal/search?q=banking+cert')).text).toContain(
      'href="/portal/organizations/banking"',
    );
    const { body } = await world.as('pkcert-liaison').get('/api/v1/agreements');
    const [agreement] = (body as { items: { reference: string }[] }).items;
    expect((await browser.get(`/portal/search?q=${agreement!.reference}`)).text).toContain(
      `href="/portal/agreements/${agreement!.reference}"`,
    );
  });

  it('finds nothing for marks without words, and has nothing of what was typed in its title', async () => {
    const browser = await browse(world, 'pkcert-analyst');
    expect((await browser.get('/portal/search?q=%2F%2F')).text).toContain(
      'Type a word or a short reference.',
    );
    const { text } = await browser.get('/portal/search?q=partners');
    expect(/<title>(.*?)<\/title>/.exec(text)![1]).toBe('Search · Accord');
  });
});
