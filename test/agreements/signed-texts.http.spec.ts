import { createHash } from 'node:crypto';
import type { Response } from 'supertest';
import { PERSON_KEYS } from '../../src/cli/demo/cast';
import { startWorld, type World } from '../cast';
import { inForce, Instrument } from './agreement-world';

const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n', 'latin1');
const URDU = Buffer.from('سائبر سکیورٹی میں تعاون کی یادداشت (فرضی)\n');
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('the text of terms', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const upload = (
    person: 'pkcert-liaison' | 'itu-liaison',
    path: string,
    bytes: Buffer,
    type = 'application/pdf',
  ) => world.as(person).post(`/api/v1/agreements/${path}`).set('Content-Type', type).send(bytes);
  const bytesOf = (answer: Response): Buffer => answer.body as Buffer;
  const raw = (path: string, person: Parameters<World['as']>[0]) =>
    world
      .as(person)
      .get(`/api/v1/agreements/${path}`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });

  it('is kept byte for byte, with a hash that this installation computes; both sides compare it', async () => {
    await new Instrument(world, 'PK-TEXT-1').draft();
    await upload('pkcert-liaison', 'PK-TEXT-1/terms/1/texts?language=en', PDF).expect(201);
    const { body } = await upload(
      'pkcert-liaison',
      'PK-TEXT-1/terms/1/texts?language=ur',
      URDU,
      'text/plain',
    );
    expect(body.terms[0].texts).toMatchObject([
      {
        language: 'en',
        media_type: 'application/pdf',
        bytes: PDF.length,
        sha256: sha256(PDF),
        uploaded_by: 'pkcert',
      },
      { language: 'ur', media_type: 'text/plain', sha256: sha256(URDU) },
    ]);
    const answer = await raw('PK-TEXT-1/terms/1/texts/en', 'cncert-liaison');
    expect(answer.status).toBe(200);
    expect(bytesOf(answer).equals(PDF)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="PK-TEXT-1-terms-1-en.pdf"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const urdu = await raw('PK-TEXT-1/terms/1/texts/ur', 'cncert-auditor');
    expect(bytesOf(urdu).equals(URDU)).toBe(true);
    expect(urdu.headers['content-type']).toBe('text/plain; charset=utf-8');
    const { texts } = (await world.as('cncert-liaison').get('/api/v1/agreements/PK-TEXT-1/terms/1/canonical'))
      .body;
    expect(texts).toEqual([
      { language: 'en', sha256: sha256(PDF) },
      { language: 'ur', sha256: sha256(URDU) },
    ]);
  });

  it('is what its first bytes say, whatever it is called', async () => {
    await new Instrument(world, 'PK-TEXT-2').draft();
    const path = 'PK-TEXT-2/terms/1/texts?language=en';
    const html = Buffer.from('<script>alert(1)</script>');
    for (const bytes of [
      Buffer.from([0x50, 0x4b, 3, 4]),
      Buffer.from([0xff, 0xfe, 0x41]),
      Buffer.from('a\u0000b'),
      Buffer.alloc(0),
    ])
      expect((await upload('pkcert-liaison', path, bytes)).status).toBe(422);
    await upload('pkcert-liaison', path, html, 'text/html').expect(201);
    expect((await raw('PK-TEXT-2/terms/1/texts/en', 'pkcert-liaison')).headers['content-type']).toBe(
      'text/plain; charset=utf-8',
    );
    expect((await upload('pkcert-liaison', path, Buffer.alloc(8 * 1024 * 1024 + 1, 'a'))).status).toBe(413);
    expect((await upload('pkcert-liaison', 'PK-TEXT-2/terms/1/texts', PDF)).status).toBe(422);
    expect((await upload('pkcert-liaison', 'PK-TEXT-2/terms/1/texts?language=EN', PDF)).status).toBe(422);
    expect((await upload('pkcert-liaison', 'PK-TEXT-2/terms/9/texts?language=en', PDF)).status).toBe(404);
  });

  it('is replaced until somebody has signed, and stays from then on; another language is added', async () => {
    const instrument = await new Instrument(world, 'PK-TEXT-3').draft();
    await upload('pkcert-liaison', 'PK-TEXT-3/terms/1/texts?language=en', URDU).expect(201);
    await upload('pkcert-liaison', 'PK-TEXT-3/terms/1/texts?language=en', PDF).expect(201);
    await instrument.sign();
    const { status, body } = await upload('pkcert-liaison', 'PK-TEXT-3/terms/1/texts?language=en', URDU);
    expect([status, body.type]).toEqual([409, '/problems/text/fixed']);
    await upload('pkcert-liaison', 'PK-TEXT-3/terms/1/texts?language=ur', URDU).expect(201);
    const [{ id }] = (await world.owner.query<{ id: string }[]>(
      `SELECT t.id FROM terms_version t JOIN agreement a ON a.id = t.agreement_id WHERE a.reference = 'PK-TEXT-3'`,
    )) as [{ id: string }];
    const again = world.owner.query(
      `INSERT INTO terms_text SELECT terms_version_id, agreement_id, language, number + 1, media_type, content, sha256, uploaded_by, uploaded_by_org, uploaded_at
       FROM terms_text WHERE terms_version_id = $1 AND language = 'en' ORDER BY number DESC LIMIT 1`,
      [id],
    );
    await expect(again).rejects.toThrow('stays');
  });

  it('is one of fifty at most, in whatever language, since none of them is deleted', async () => {
    await new Instrument(world, 'PK-TEXT-MANY').draft();
    const attach = (language: string) =>
      upload('pkcert-liaison', `PK-TEXT-MANY/terms/1/texts?language=${language}`, URDU);
    for (let n = 0; n < 25; n++)
      for (const language of ['ur', `en-x-a${n}`]) await attach(language).expect(201);
    for (const language of ['ur', 'en', 'en-x-a1']) {
      const { status, body } = await attach(language);
      expect([status, body.type]).toEqual([409, '/problems/text/too-many']);
    }
    const again = world.owner.query(
      `INSERT INTO terms_text SELECT terms_version_id, agreement_id, 'sd', number, media_type, content, sha256, uploaded_by, uploaded_by_org, uploaded_at
       FROM terms_text x WHERE language = 'en-x-a1'`,
    );
    await expect(again).rejects.toThrow('at most 50');
  });

  it('is attached by parties that sign, operate or keep the agreement, and by no observer', async () => {
    await new Instrument(world, 'PK-TEXT-4').draft();
    expect((await upload('itu-liaison', 'PK-TEXT-4/terms/1/texts?language=en', PDF)).status).toBe(403);
  });

  it('is read by the people of those who read the terms, and absent for everybody else', async () => {
    await inForce(world, 'PK-TEXT-5');
    await upload('pkcert-liaison', 'PK-TEXT-5/terms/1/texts?language=en', PDF).expect(201);
    const parties = ['moitt', 'pkcert', 'cncert', 'itu'];
    for (const person of PERSON_KEYS) {
      const { status } = await raw('PK-TEXT-5/terms/1/texts/en', person);
      const expected = parties.includes(person.split('-')[0]!) ? 200 : 404;
      expect([person, status]).toEqual([person, expected]);
    }
    const path = '/api/v1/agreements/PK-TEXT-5/terms/1/texts/en';
    expect((await world.anonymous().get(path)).status).toBe(401);
    expect((await world.withKey('pkcert').get(path)).status).toBe(403);
    const [withheld, absent] = [
      await world.as('dunmere-liaison').get(path),
      await world.as('dunmere-liaison').get('/api/v1/agreements/PK-NONE/terms/1/texts/en'),
    ];
    expect(withheld.text).toBe(absent.text.replaceAll('PK-NONE', 'PK-TEXT-5'));
    expect((await raw('PK-TEXT-5/terms/1/texts/zh', 'pkcert-liaison')).status).toBe(404);
  });
});
