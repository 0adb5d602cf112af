import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { PASSWORD, startWorld, type World } from '../cast';
import { DRAFT, PATH } from '../advisories/advisory-world';

describe('compression', () => {
  let world: World;
  let large: string;
  beforeAll(async () => {
    world = await startWorld();
    const draft = { ...DRAFT, details: 'A sentence that says the same again. '.repeat(200) };
    const { body } = await world.as('pkcert-analyst').post(PATH).send(draft);
    large = `${PATH}/${(body as { id: string }).id}`;
  });
  afterAll(() => world.close());

  /** The answer as it is on the wire. */
  const raw = (path: string, headers: Record<string, string>, method = 'GET', body?: string) => {
    const { token, ...rest } = headers;
    return new Promise<{ headers: NodeJS.Dict<string | string[]>; bytes: Buffer; status: number }>(
      (settle, fail) => {
        const asked = request(
          `${world.url}${path}`,
          { method, headers: { ...rest, ...(token ? { Authorization: token } : {}) } },
          (answer) => {
            const parts: Buffer[] = [];
            answer.on('data', (part: Buffer) => parts.push(part));
            answer.on('end', () =>
              settle({
                headers: answer.headers,
                bytes: Buffer.concat(parts),
                status: answer.statusCode ?? 0,
              }),
            );
          },
        );
        asked.on('error', fail).end(body);
      },
    );
  };
  const signIn = async () => {
    const body = JSON.stringify({ email: 'analyst@pkcert.example', password: PASSWORD });
    return raw(
      '/api/v1/sign-in',
      { 'Content-Type': 'application/json', 'Accept-Encoding': 'gzip, br' },
      'POST',
      body,
    );
  };
  const token = async () =>
    `Bearer ${(JSON.parse((await signIn()).bytes.toString()) as { access_token: string }).access_token}`;

  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const)('sends with %s what is large, and the bytes behind it are the same', async (coding, open) => {
    const credential = await token();
    const plain = await raw(large, { token: credential, 'Accept-Encoding': 'identity' });
    const packed = await raw(large, { token: credential, 'Accept-Encoding': coding });
    expect([packed.headers['content-encoding'], plain.headers['content-encoding']]).toEqual([
      coding,
      undefined,
    ]);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
    expect(open(packed.bytes).equals(plain.bytes)).toBe(true);
    expect(String(packed.headers.vary)).toContain('Accept-Encoding');
    expect(plain.headers.vary).toBe(packed.headers.vary);
  });

  it('gives compressed bytes a strong tag of their own, which is good for 304 and for If-Match', async () => {
    const credential = await token();
    const plain = await raw(large, { token: credential });
    const packed = await raw(large, { token: credential, 'Accept-Encoding': 'gzip' });
    const tag = String(packed.headers.etag);
    expect(tag).toBe(String(plain.headers.etag).replace(/"$/, '-gzip"'));
    const again = await raw(large, { token: credential, 'Accept-Encoding': 'gzip', 'If-None-Match': tag });
    expect([again.status, again.headers.etag, again.headers.vary]).toEqual([304, tag, packed.headers.vary]);
    const changed = await world
      .as('pkcert-analyst')
      .post(`${large}/versions`)
      .set('If-Match', tag)
      .send({ base: 1, title: 'Read' });
    expect(changed.status).toBe(201);
  });

  it.each(['/health', '/api/v1/advisories'])('leaves the few bytes of %s as they are', async (path) => {
    expect((await raw(path, { 'Accept-Encoding': 'gzip, br' })).headers['content-encoding']).toBeUndefined();
  });

  it('compresses no answer to a change, no token and no key among them', async () => {
    expect((await signIn()).headers['content-encoding']).toBeUndefined();
    const body = JSON.stringify({ ...DRAFT, details: 'x'.repeat(5000) });
    const answer = await raw(
      PATH,
      { token: await token(), 'Content-Type': 'application/json', 'Accept-Encoding': 'gzip' },
      'POST',
      body,
    );
    expect([answer.status, answer.headers['content-encoding']]).toEqual([201, undefined]);
  });

  it('compresses nothing for a browser that sends a cookie by itself', async () => {
    const answer = await raw(large, { token: await token(), 'Accept-Encoding': 'gzip', Cookie: 'session=1' });
    expect([answer.status, answer.headers['content-encoding']]).toEqual([200, undefined]);
  });

  it('does not touch what a digest was given for', async () => {
    const plain = await raw('/portal.css', {});
    const packed = await raw('/portal.css', { 'Accept-Encoding': 'gzip' });
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    const opened = packed.headers['content-encoding'] ? gunzipSync(packed.bytes) : packed.bytes;
    expect(hash(opened)).toBe(hash(plain.bytes));
  });
});
