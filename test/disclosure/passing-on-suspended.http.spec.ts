import { Passing } from './passing-world';
import { expected } from './sharing-world';

const TYPES = {
  information_types: [
    { type: 'threat_report', tlp_ceiling: 'GREEN' },
    { type: 'indicator', tlp_ceiling: 'GREEN' },
  ],
};
const BODY = { information_types: ['indicator'], reason: 'Of a test.' };

describe('what a parent passed on', () => {
  it('is withheld from the constituent while its type is suspended, and is there again afterwards', async () => {
    const passing = await Passing.start(TYPES);
    const { world } = passing;
    try {
      await passing.released('A report');
      await passing.released('An indicator', { information_type: 'indicator' });
      await passing.passedOn('A report', 'banking');
      await passing.passedOn('An indicator', 'banking');
      const before = await passing.pull('banking');
      expect(before.told).toEqual(['added A report', 'added An indicator']);
      const id = await passing.idAt('banking', 'An indicator');
      const suspended = world.as('cncert-liaison').post('/api/v1/agreements/CN-PK/suspensions').send(BODY);
      const { pauses } = (await expected(201, suspended)) as { pauses: { id: string }[] };
      for (const team of ['pkcert', 'banking'] as const)
        expect([team, [...(await passing.listed(team)).keys()]]).toEqual([team, ['A report']]);
      expect((await passing.pull('banking', before.next)).told).toEqual([]);
      expect((await world.withKey('banking').get(`/api/v1/advisories/${id}`)).status).toBe(404);
      const path = `/api/v1/pauses/${pauses[0]!.id}/resumption`;
      await expected(201, world.as('cncert-liaison').post(path).send({ reason: 'Over.' }));
      await expected(201, world.as('cncert-duty-officer').post(`${path}/confirmation`).send({}));
      world.clock.advance(1000);
      expect([...(await passing.listed('banking')).keys()].sort()).toEqual(['A report', 'An indicator']);
      expect((await passing.pull('banking', before.next)).told).toEqual([]);
    } finally {
      await world.close();
    }
  });
});
