import { randomUUID } from 'node:crypto';
import type { WhatIfPage, WhatIfView } from '../../src/agreements';
import { everyone, expectedRefusal, type World } from '../cast';
import { plain, sharedWorld } from '../disclosure/shared-world';
import { WHAT_IF, WhatIfDesk } from './what-if-asking';

const ASKERS = ['liaison', 'releaser', 'auditor'] as const;
const PARTS = ['', '/items', '/csv'] as const;
/** Parties of the agreement that is asked about. */
const PARTIES = ['pkcert', 'cncert'];

let world: World;
beforeAll(async () => {
  ({ world } = await sharedWorld());
});
afterAll(() => world.close());

/** Each step that can be asked of an agreement. */
const steps = (agreement: string) => [
  { step: 'end', agreement },
  { step: 'suspend', agreement },
  { step: 'suspend', agreement, from: 'pkcert', to: 'cncert' },
  { step: 'enter', agreement, terms: 1 },
];

describe.each(everyone)('$name', (asker) => {
  const ask = async (part: string, query: object) => asker.ask(world).get(`${WHAT_IF}${part}`).query(query);
  const refusal = expectedRefusal(asker, ASKERS);
  const expected = refusal ?? (PARTIES.includes(asker.organization) ? 200 : 404);

  it(`is answered ${expected} of an agreement between PKCERT and CNCERT/CC, in every form`, async () => {
    const [ends] = steps('PK-CN');
    for (const part of PARTS) expect([part, (await ask(part, ends!)).status]).toEqual([part, expected]);
  });

  it('is told of an agreement of others, byte for byte, what it is told of one that is not there', async () => {
    if (expected === 200) return;
    for (const part of PARTS)
      for (const [n, query] of steps('PK-CN').entries()) {
        const absent = await ask(part, steps('XX-NOT-THERE')[n]!);
        expect([query, plain(await ask(part, query))]).toEqual([query, plain(absent)]);
      }
  });

  it('is told of a stop to a team nothing but what its own organization sends there', async () => {
    const answer = await ask('', { step: 'stop', to: 'cncert' });
    const own = asker.organization === 'pkcert' ? 200 : 409;
    expect(answer.status).toBe(refusal ?? own);
  });
});

describe('the receiver under an agreement', () => {
  it('is told nothing of the items of its partner, not how many they are', async () => {
    const desk = new WhatIfDesk(world, 'cncert-liaison');
    for (const query of steps('PK-CN').slice(0, 3)) {
      const counts: WhatIfView = await desk.counts(query);
      const page: WhatIfPage = await desk.page(query);
      expect([counts.teams, page.items, page.next]).toEqual([[], [], null]);
      expect((await desk.csv(query)).trim().split('\r\n')).toHaveLength(1);
    }
    const owner = new WhatIfDesk(world, 'pkcert-auditor');
    expect((await owner.counts(steps('PK-CN')[0]!)).teams).toMatchObject([{ team: 'cncert', loses: 4 }]);
  });

  it('is told the same whether its partner has something to share or not', async () => {
    const desk = new WhatIfDesk(world, 'dunmere-liaison');
    expect((await desk.counts({ step: 'enter', agreement: 'PK-XD', terms: 1 })).teams).toEqual([]);
  });
});

describe('a party', () => {
  it('is told of a pause between others what it is told of one that is not there', async () => {
    const stop = { to: 'cncert', reason: 'Of a test.' };
    const { body } = await world.as('pkcert-duty-officer').post('/api/v1/stops').send(stop);
    const { id } = body as { id: string };
    const outsider = new WhatIfDesk(world, 'corvia-liaison');
    const [theirs, absent] = [id, randomUUID()].map((pause) => outsider.ask({ step: 'resume', pause }));
    expect([(await theirs)!.status, plain((await theirs)!)]).toEqual([404, plain((await absent)!)]);
    for (const asker of ['pkcert-auditor', 'cncert-auditor'] as const)
      expect((await new WhatIfDesk(world, asker).ask({ step: 'resume', pause: id })).status).toBe(200);
  });

  it('is told that terms are absent as it is told that an agreement is', async () => {
    const desk = new WhatIfDesk(world, 'pkcert-auditor');
    const absent = await desk.ask({ step: 'enter', agreement: 'XX-NOT-THERE', terms: 1 });
    const terms = await desk.ask({ step: 'enter', agreement: 'PK-CN', terms: 9 });
    expect([terms.status, plain(terms)]).toEqual([404, plain(absent)]);
  });
});
