import { everyone, type World } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';
import { browse } from './browse';

let world: World;
let item: string;
let at: string;
beforeAll(async () => {
  const sharing = await Sharing.start();
  ({ world } = sharing);
  await sharing.inForce('cncert', 'PK-CN-APPROVE', { release_approval: [{ needs: 'duty_officer' }] });
  item = await sharing.released('Awaits an approval');
  at = `/portal/advisories/${item}`;
});
afterAll(() => world.close());

describe('approving on the page of an item', () => {
  it('is offered to a duty officer, and to a liaison officer on behalf of a ministry', async () => {
    for (const { person, organization, is } of everyone) {
      if (!person || organization !== 'pkcert') continue;
      const { text } = await (await browse(world, person)).get(at);
      expect([person, text.includes('value="duty_officer"')]).toEqual([person, is.includes('duty-officer')]);
      expect([person, text.includes('name="evidence_sha256"')]).toEqual([person, is.includes('liaison')]);
    }
  });

  it('leads back to the item, and to no other address', async () => {
    const browser = await browse(world, 'pkcert-duty-officer');
    const sent = { item, version: '1', level: 'duty_officer' };
    const { location } = await browser.post('/portal/approvals', { ...sent, back: at });
    expect(location).toBe(`${at}?told=recorded`);
    expect((await browser.get(at)).text).toContain('Counts from');
    const another = await browse(world, 'pkcert-liaison');
    const onBehalf = { ...sent, level: 'ministry', ministry: 'moitt', evidence_sha256: 'ab'.repeat(32) };
    const seen = await another.post('/portal/approvals', { ...onBehalf, back: 'https://elsewhere.example/' });
    expect(seen.location).toBe('/portal?told=recorded');
  });

  it('of a ministry waits for a second person, who confirms it there', async () => {
    const releaser = await browse(world, 'pkcert-releaser');
    const { text } = await releaser.get(at);
    expect(text).toContain('Not before a second person confirms it.');
    const [, action = ''] = /action="(\/portal\/approvals\/[\w-]+\/confirmation)"/.exec(text) ?? [];
    await releaser.post(action, { back: at });
    const { items } = (await expected(
      200,
      world.as('pkcert-auditor').get(`/api/v1/approvals?item=${item}`),
    )) as {
      items: { counts_from: string | null }[];
    };
    expect(items.every(({ counts_from: from }) => from !== null)).toBe(true);
    expect((await releaser.get(at)).text).not.toContain('Not before a second person confirms it.');
  });

  it('says in a sentence of the terms who has to approve what', async () => {
    const { text } = await (await browse(world, 'cncert-liaison')).get('/portal/agreements/PK-CN-APPROVE');
    expect(text).toContain('a duty officer has to approve');
  });
});
