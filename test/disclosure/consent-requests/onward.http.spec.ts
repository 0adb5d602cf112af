import type { World } from '../../cast';
import { expected } from '../sharing-world';
import { AskingConsent } from './consent-request-world';

let asking: AskingConsent;
let world: World;
let item: string;
beforeEach(async () => {
  asking = await AskingConsent.start();
  ({ world } = asking);
  item = await asking.received('Found by CNCERT');
});
afterEach(() => world.close());

describe('what a team has under terms that ask for consent before it goes on (D-20)', () => {
  it('does not reach its constituents without, and the refusal says where to ask', async () => {
    const { refused, results } = await asking.passing.passOn('Found by CNCERT', 'banking');
    expect([refused, results[0]!.problem!.rule]).toEqual([1, 'D-20']);
    expect(results[0]!.problem!.detail).toContain('POST /api/v1/consent-requests');
  });

  it('reaches them while the originator consents, from then until its last millisecond', async () => {
    const until = asking.hours(3);
    await asking.consent(await asking.ask(item, { scope: 'constituents' }), { until });
    await asking.passing.passedOn('Found by CNCERT', 'banking');
    const first = await asking.passing.pull('banking');
    expect(first.told).toEqual(['added Found by CNCERT']);
    world.clock.set(new Date(Date.parse(until) - 1).toISOString());
    expect([...(await asking.passing.listed('banking')).keys()]).toEqual(['Found by CNCERT']);
    world.clock.set(until);
    expect([...(await asking.passing.listed('banking')).keys()]).toEqual([]);
    expect((await asking.passing.pull('banking', first.next)).told).toEqual(['no_longer_shared']);
    // PKCERT itself keeps it.
    expect((await asking.passing.listed('pkcert')).has('Found by CNCERT')).toBe(true);
  });

  it('goes on no longer once the originator withdraws, and again with a new consent', async () => {
    const id = await asking.ask(item, { scope: 'constituents' });
    await asking.consent(id);
    await asking.passing.passedOn('Found by CNCERT', 'banking');
    const first = await asking.passing.pull('banking');
    await expected(201, asking.step(id, 'withdrawal'));
    const second = await asking.passing.pull('banking', first.next);
    expect(second.told).toEqual(['no_longer_shared']);
    await asking.consent(await asking.ask(item, { scope: 'constituents' }));
    expect((await asking.passing.pull('banking', second.next)).told).toEqual(['added Found by CNCERT']);
  });

  it('lets nothing that was made of it go: that is asked for by itself', async () => {
    const own = await asking.derived(item, 'Derived');
    await asking.consent(await asking.ask(item, { scope: 'constituents' }));
    expect((await asking.sharing.release(own)).status).toBe(422);
  });
});
