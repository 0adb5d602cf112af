import type { NestExpressApplication } from '@nestjs/platform-express';
import fc from 'fast-check';
import request from 'supertest';
import { startApplication } from '../cast/application';
import { expected, Sharing } from './sharing-world';

interface Page {
  items: { event: string; item?: { title: string } }[];
  next: string;
  more: boolean;
}
const VICTIM = 'cncert';

/** Two processes on one database: whichever a request meets, it finds what the other has just done. */
describe('two processes', () => {
  let sharing: Sharing;
  let second: NestExpressApplication;
  let urls: string[];
  beforeAll(async () => {
    sharing = await Sharing.start();
    const { world } = sharing;
    await sharing.inForce(VICTIM, 'PK-CN');
    second = await startApplication(world, world.clock);
    urls = [world.url, await second.getUrl()];
  });
  afterAll(async () => {
    await second.close();
    await sharing.world.close();
  });
  const administrator = async (): Promise<string> => {
    const sent = sharing.world.as('cncert-administrator').get('/api/v1/me');
    await sent;
    return sent.get('Authorization');
  };
  const pull = async (process: number, cursor: string): Promise<Page> => {
    sharing.world.clock.advance(1000);
    return (await expected(
      200,
      request(urls[process]!)
        .get(`/api/v1/feed?limit=2${cursor}`)
        .set('Authorization', `Bearer ${sharing.world.keys[VICTIM]}`),
    )) as Page;
  };

  it('serve one feed: a cursor of one goes on at the other, and each item is told once', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('release', 'one', 'other'), { minLength: 4, maxLength: 10 }),
        async (acts) => {
          const heard: string[] = [];
          const released: string[] = [];
          let cursor = '';
          for (let more = true; more;) {
            const page = await pull(0, cursor);
            [cursor, more] = [`&cursor=${page.next}`, page.more];
          }
          const go = async (process: number) => {
            const page = await pull(process, cursor);
            cursor = `&cursor=${page.next}`;
            heard.push(...page.items.flatMap(({ item }) => item?.title ?? []));
            return page.more;
          };
          for (const act of acts) {
            if (act !== 'release') await go(act === 'one' ? 0 : 1);
            else {
              released.push(`Item ${++count}`);
              await sharing.released(`Item ${count}`);
            }
          }
          for (let turn = 0; await go(turn % 2); turn++);
          expect(heard).toEqual(released);
        },
      ),
      { numRuns: Number(process.env.FC_RUNS ?? 24) / 4 },
    );
  }, 300_000);

  it('both hold a stop that one of them took, and a departure and a revoked key of the other', async () => {
    await sharing.released('Before the stop');
    const stopped = await sharing.stop(VICTIM);
    for (const process of [0, 1]) {
      const { items } = await pull(process, '');
      expect(items.filter(({ item }) => item)).toEqual([]);
    }
    await sharing.resume(stopped);
    const issued = (await expected(
      201,
      sharing.world
        .as('cncert-administrator')
        .post('/api/v1/api-keys')
        .send({
          name: 'Soon gone',
          expires_at: new Date(sharing.world.clock.now().getTime() + 86_400_000).toISOString(),
        }),
    )) as { id: string; key: string };
    const ask = (process: number) =>
      request(urls[process]!).get('/api/v1/me').set('Authorization', `Bearer ${issued.key}`);
    expect([(await ask(0)).status, (await ask(1)).status]).toEqual([200, 200]);
    await expected(204, sharing.world.as('cncert-administrator').delete(`/api/v1/api-keys/${issued.id}`));
    expect([(await ask(0)).status, (await ask(1)).status]).toEqual([401, 401]);
    const person = sharing.world.as('cncert-duty-officer').get('/api/v1/me');
    await person;
    const asPerson = (process: number) =>
      request(urls[process]!).get('/api/v1/me').set('Authorization', person.get('Authorization'));
    expect([(await asPerson(0)).status, (await asPerson(1)).status]).toEqual([200, 200]);
    const leaving = `/api/v1/accounts/${sharing.world.people['cncert-duty-officer']}/departure`;
    await expected(
      201,
      request(urls[1]!)
        .post(leaving)
        .set('Authorization', await administrator())
        .send({ reason: 'Left' }),
    );
    expect([(await asPerson(0)).status, (await asPerson(1)).status]).toEqual([401, 401]);
  });
});
