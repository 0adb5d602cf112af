import { resolve } from 'node:path';
import { PROBLEMS } from '../../src/portal/problems/catalogue';
import { startWorld, type World } from '../cast';
import { refusalCodes } from '../house/refusal-codes';

const project = resolve(__dirname, '../..');
const codes = Object.keys(PROBLEMS);

describe('problem types', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  it('have a page for every code in the sources, and a code for every page', () => {
    const found = refusalCodes(project);
    expect(found.unseen).toEqual([]);
    expect([...found.codes].sort()).toEqual(codes.toSorted());
  });

  it('say in sentences what it means, why, and what to do next', () => {
    for (const [code, { means, why, next }] of Object.entries(PROBLEMS))
      for (const text of [means, why, next])
        expect([code, text]).toEqual([code, expect.stringMatching(/^[A-Z].+[.…]$/s)]);
  });

  it('are each a page for people, under the address that the problem document names', async () => {
    for (const code of codes) {
      const { status, headers, text } = await world
        .anonymous()
        .get(`/problems/${code}`)
        .set('Accept', 'text/html');
      expect([code, status, headers['content-type']]).toEqual([code, 200, 'text/html; charset=utf-8']);
      expect(text).toContain(`<h1>${code}</h1>`);
      expect(text).not.toContain('<script');
    }
  });

  it('are JSON for who asks for it', async () => {
    for (const code of codes) {
      const { body, headers } = await world
        .anonymous()
        .get(`/problems/${code}`)
        .set('Accept', 'application/json');
      expect(body).toEqual({ code, ...PROBLEMS[code] });
      expect(headers.vary).toContain('Accept');
    }
  });

  it('are listed, as a page and as JSON', async () => {
    const page = await world.anonymous().get('/problems').set('Accept', 'text/html');
    for (const code of codes) expect(page.text).toContain(`href="/problems/${code}"`);
    const { body } = await world.anonymous().get('/problems').set('Accept', 'application/json');
    expect((body as { items: { code: string }[] }).items.map(({ code }) => code)).toEqual(codes);
  });

  it.each(['nothing/of-this-name', 'constructor', '__proto__', 'release', 'release/author/more'])(
    'have no page for %s',
    async (code) => {
      expect((await world.anonymous().get(`/problems/${code}`)).status).toBe(404);
    },
  );

  it('lead from a problem document to its page', async () => {
    const { body } = await world.anonymous().get('/api/v1/me');
    expect((await world.anonymous().get((body as { type: string }).type)).status).toBe(200);
  });
});
