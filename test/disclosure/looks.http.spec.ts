import { Logger } from '@nestjs/common';
import { expected, LABELS, Sharing } from './sharing-world';

const HOUR = 3_600_000;

/** An item that changes while terms lie ahead that no longer admit it. */
describe('an item that later terms do not admit', () => {
  let sharing: Sharing;
  const faults = jest.spyOn(Logger.prototype, 'error');
  beforeAll(async () => {
    sharing = await Sharing.start();
  });
  beforeEach(() => faults.mockClear());
  // A row that a list offers and the Gate refuses is a fault of ours, and is logged as one.
  afterEach(() => expect(faults).not.toHaveBeenCalled());
  afterAll(() => sharing.world.close());

  /** Signs terms without phishing that enter into force in three hours. */
  const narrowedAhead = async (partner: 'cncert' | 'corvia' | 'dunmere', reference: string) => {
    const { world } = sharing;
    const pk = world.as('pkcert-liaison');
    const grant = {
      ...{ from: 'pkcert', to: partner, clause: 'Art. 1', sectors: 'any', reach_back: 'none' },
      categories: ['malicious-code/c2-server'],
      information_types: [{ type: 'threat_report', tlp_ceiling: 'GREEN' }],
    };
    await expected(201, pk.post(`/api/v1/agreements/${reference}/terms`).send({ grants: [grant] }));
    const path = `/api/v1/agreements/${reference}/terms/2`;
    await expected(201, pk.post(`${path}/submission`).send({}));
    await expected(201, pk.post(`${path}/signatures`).send({}));
    await expected(201, world.as(`${partner}-liaison`).post(`${path}/signatures`).send({}));
    const effective_at = new Date(world.clock.now().getTime() + 3 * HOUR).toISOString();
    await expected(201, pk.post(`${path}/entry-into-force`).send({ effective_at }));
  };
  const update = async (id: string) => {
    const body = { base: 1, summary: 'In other words.', handling: LABELS };
    const path = `/api/v1/advisories/${id}/versions`;
    await expected(201, sharing.world.as('pkcert-analyst').post(path).send(body));
    await expected(201, sharing.release(id, 2));
  };

  it('is told as no longer shared when they come, though it was released after they were signed', async () => {
    await sharing.inForce('dunmere', 'PK-XD-AHEAD');
    await narrowedAhead('dunmere', 'PK-XD-AHEAD');
    await sharing.released('Between the signature and the entry into force');
    const released = await sharing.pull('dunmere');
    expect(released.told).toContain('added Between the signature and the entry into force');
    sharing.world.clock.advance(4 * HOUR);
    const narrowed = await sharing.pull('dunmere', released.next);
    expect(narrowed.told).toContain('no_longer_shared');
    expect((await sharing.pull('dunmere', narrowed.next)).told).toEqual([]);
  });

  it.each([
    ['cncert', 'before', 'PK-CN'],
    ['corvia', 'after', 'PK-XC'],
  ] as const)(
    'is told to %s as no longer shared when they come, though it was updated %s they were signed',
    async (partner, order, reference) => {
      await sharing.inForce(partner, reference);
      const id = await sharing.released(`Of ${reference}`);
      const { next } = await sharing.pull(partner);
      if (order === 'before') await update(id);
      await narrowedAhead(partner, reference);
      if (order === 'after') await update(id);
      const updated = await sharing.pull(partner, next);
      expect(updated.told).toContain(`updated Of ${reference}`);
      expect((await sharing.pull(partner, updated.next)).told).toEqual([]);
      sharing.world.clock.advance(4 * HOUR);
      const narrowed = await sharing.pull(partner, updated.next);
      expect(narrowed.told).toContain('no_longer_shared');
      expect((await sharing.pull(partner, narrowed.next)).told).toEqual([]);
      expect((await sharing.pull(partner)).told).not.toContain(`updated Of ${reference}`);
    },
  );

  it('is withdrawn for a team whose pull began before that and had an update still to be told', async () => {
    await sharing.inForce('dunmere', 'PK-XD');
    const id = await sharing.released('Updated, then withdrawn');
    const { next } = await sharing.pull('dunmere');
    await update(id);
    sharing.world.clock.advance(1000);
    const began = sharing.world.clock.now();
    sharing.world.clock.advance(1000);
    await sharing.withdraw(id);
    // The pull chose its instant, and then had to wait for the feed.
    const team = sharing.world.organizations.dunmere;
    await sharing.world.owner.query('SELECT app.drain($1, $2, 100)', [team, began]);
    expect((await sharing.pull('dunmere', next)).told).toContain('withdrawn');
  });

  it('leaves no look behind once it was taken', async () => {
    const left =
      'SELECT l.* FROM feed_look l LEFT JOIN feed_review r USING (team_id, item_id) WHERE r.item_id IS NULL';
    expect(await sharing.world.owner.query(left)).toEqual([]);
  });
});
