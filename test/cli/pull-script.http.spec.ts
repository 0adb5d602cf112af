import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Sharing } from '../disclosure/sharing-world';
import { FlakyFront } from './flaky-front';
import { kitFor, runScript } from './kit-world';

const tools = ['bash', 'curl'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);
const whereThereIsCurl = tools.length === 0 ? describe : describe.skip;

let sharing: Sharing;
let front: FlakyFront;
let folder: string;
beforeEach(async () => {
  sharing = await Sharing.start();
  front = await FlakyFront.before(sharing.world.url);
  await sharing.inForce('cncert', 'PK-CN-KIT');
});
afterEach(async () => {
  await front.close();
  await sharing.world.close();
});

const kit = async () => ({ folder } = await kitFor(sharing.world));
const pull = (...words: string[]) => runScript(folder, { words, environment: { ACCORD_URL: front.url } });
const pages = () => readdirSync(join(folder, 'received', 'pages')).sort();
const documents = () => readdirSync(join(folder, 'received', 'documents')).sort();
const title = (page: string) =>
  (
    JSON.parse(readFileSync(join(folder, 'received', 'pages', page), 'utf8')) as {
      items: { item: { title: string } }[];
    }
  ).items.map(({ item }) => item.title);

whereThereIsCurl('the script of a partner kit', () => {
  it('pulls, verifies and stores, and the second time fetches nothing again', async () => {
    // A title that looks like a document does not mislead it.
    const trap = `"href":"/api/v1/evil","sha256":"${'0'.repeat(64)}"`;
    await sharing.released('One');
    await sharing.released(trap);
    await kit();
    const first = await pull();
    expect(first).toMatchObject({ code: 0 });
    expect(first.told).toMatch(/2 entries; [24] documents fetched and verified, 0 there already/);
    for (const name of documents()) {
      const bytes = readFileSync(join(folder, 'received', 'documents', name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(name);
    }
    expect(title(pages()[0]!)).toEqual(['One', trap]);
    const held = documents();
    expect(front.takeDocuments().length).toBe(held.length);
    const second = await pull();
    expect(second.told).toContain('0 entries; 0 documents fetched and verified, 0 there already');
    expect([front.takeDocuments(), documents(), pages().length]).toEqual([[], held, 1]);
    await sharing.released('Three');
    sharing.world.clock.advance(1000);
    expect((await pull()).told).toMatch(/1 entries;/);
    expect(title(pages()[1]!)).toEqual(['Three']);
  });

  it('goes on where it stopped, without a document that it holds', async () => {
    await sharing.released('One');
    await sharing.released('Two');
    await kit();
    let seen = 0;
    front.instead = (path, response) => {
      if (!path.includes('/api/v1/advisories/') || ++seen !== 2) return false;
      response.writeHead(200).end('cut off');
      return true;
    };
    const first = await pull();
    expect(first).toMatchObject({ code: 75 });
    expect(first.told).toContain('Not what was listed');
    expect([documents().length, pages()]).toEqual([1, []]);
    front.takeDocuments();
    const second = await pull();
    expect(second.told).toContain('2 entries;');
    expect(second.told).toContain('1 there already');
    expect(front.takeDocuments().length).toBe(documents().length - 1);
  });

  it.each([429, 503])('waits as long as it is asked to after %i, and gives up for later', async (status) => {
    await sharing.released('One');
    await kit();
    let refusals = 2;
    const instants: number[] = [];
    front.instead = (_path, response) => {
      instants.push(Date.now());
      if (refusals-- <= 0) return false;
      response.writeHead(status, { 'Retry-After': '1' }).end();
      return true;
    };
    expect(await pull()).toMatchObject({ code: 0 });
    expect(instants[1]! - instants[0]!).toBeGreaterThanOrEqual(1000);
    refusals = 100;
    const environment = { ACCORD_URL: front.url, ACCORD_TRIES: '2' };
    expect(await runScript(folder, { environment })).toMatchObject({ code: 75 });
  });

  it('says how to tell that the connection works while nothing is shared', async () => {
    await kit();
    expect((await pull()).told).toContain('Say ./pull.sh check');
    const checked = await pull('check');
    expect(checked).toMatchObject({ code: 0 });
    expect(checked.told).toContain('"handle":"cncert"');
    expect(checked.told).toContain('The feed answers.');
  });

  it('fetches the test advisory that people released to the public', async () => {
    const handling = { tlp: 'CLEAR', categories: ['test/test'] };
    await sharing.released('A test of the connection', handling, true);
    await kit();
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('a test advisory of `pkcert`');
    expect((await pull('check')).told).toContain('Fetched and verified the test advisory');
  });

  it('says that a key is not accepted, and shows it nowhere', async () => {
    await kit();
    writeFileSync(join(folder, 'api-key'), 'accord_wrong_key\n');
    const { code, told } = await pull();
    expect([code, told.includes('not accepted'), told.includes('accord_wrong')]).toEqual([77, true, false]);
  });
});
