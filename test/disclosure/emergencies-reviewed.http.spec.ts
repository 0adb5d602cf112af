import { addedToHouseLog } from '../cast';
import { Alone } from './emergencies-world';
import { expected } from './sharing-world';

const DAY = 86_400_000;

let stage: Alone;
beforeAll(async () => {
  stage = await Alone.start();
});
afterAll(() => stage.sharing.world.close());

describe('the review of what one person released alone', () => {
  it('is by another person, who confirms it once', async () => {
    const { id, item } = await stage.released('Confirmed');
    expect((await stage.review(id, 'pkcert-duty-officer')).status).toBe(403);
    expect((await stage.review(id, 'pkcert-duty-officer', 'withdrawal')).status).toBe(403);
    const added = await addedToHouseLog(stage.sharing.world, 'pkcert', async () =>
      expected(201, stage.review(id, 'pkcert-releaser')),
    );
    expect(added).toMatchObject([
      { kind: 'emergency-release/confirmed', shared: { emergency: id, item, late: false } },
    ]);
    expect(await stage.of(item)).toMatchObject({ state: 'confirmed', review: { verdict: 'confirmed' } });
    for (const how of ['confirmation', 'withdrawal'] as const)
      expect((await stage.review(id, 'pkcert-releaser', how)).status).toBe(409);
    stage.tick();
    expect(await stage.having('Confirmed')).toEqual(['cncert', 'dunmere']);
  });

  it('or withdraws it, as every withdrawal goes', async () => {
    const { id, item } = await stage.released('Taken back');
    stage.tick();
    expect(await stage.having('Taken back')).toEqual(['cncert', 'dunmere']);
    await expected(201, stage.review(id, 'pkcert-releaser', 'withdrawal'));
    stage.tick();
    expect(await stage.having('Taken back')).toEqual([]);
    expect(await stage.of(item)).toMatchObject({ state: 'withdrawn', review: { verdict: 'withdrawn' } });
  });

  it('is overdue 24 hours after the release, and not a millisecond before', async () => {
    const { id, item, due_at, released_at } = await stage.released('Overdue');
    expect(Date.parse(due_at) - Date.parse(released_at)).toBe(DAY);
    const { clock } = stage.sharing.world;
    clock.set(new Date(Date.parse(due_at) - 1).toISOString());
    expect(await stage.of(item)).toMatchObject({ state: 'open', late: false });
    clock.set(due_at);
    expect(await stage.of(item)).toMatchObject({ state: 'overdue', late: true });
    const { items } = (await expected(
      200,
      stage.sharing.world.as('pkcert-auditor').get('/api/v1/exceptions?kind=review_overdue&limit=200'),
    )) as { items: { id: string; kinds: string[]; corrected: boolean }[] };
    expect(items.find((one) => one.id === id)).toMatchObject({
      kinds: ['released_alone', 'review_overdue'],
      corrected: false,
    });
    await expected(201, stage.review(id, 'pkcert-releaser'));
    expect(await stage.of(item)).toMatchObject({ state: 'confirmed', late: true });
  });

  it('waits no longer for what was withdrawn without one', async () => {
    const { id, item } = await stage.released('Withdrawn by a releaser');
    const withdrawal = `/api/v1/advisories/${item}/withdrawal`;
    await expected(
      201,
      stage.sharing.world.as('pkcert-releaser').post(withdrawal).send({ reason: 'Wrong.' }),
    );
    expect(await stage.of(item)).toMatchObject({ state: 'withdrawn', review: null });
    expect((await stage.review(id, 'pkcert-releaser')).status).toBe(409);
  });
});
