import type { World } from '../cast';
import { PARTS } from './parts-world';
import { Passing } from './passing-world';
import { expected, LABELS } from './sharing-world';

const VICTIM = PARTS[1]!;

describe('of parts a constituent', () => {
  let passing: Passing;
  let world: World;
  beforeAll(async () => {
    passing = await Passing.start({ victim_identity: 'full' });
    ({ world } = passing);
  });
  afterAll(() => world.close());

  const texts = async (team: 'pkcert' | 'banking') => {
    const id = await passing.idAt(team, 'In parts');
    const read = (await expected(200, world.withKey(team).get(`/api/v1/advisories/${id}`))) as {
      parts: { text: string }[];
    };
    return read.parts.map(({ text }) => text);
  };

  it('gets no more than its parent, and is told when an agreement that reaches the parent alone narrows them', async () => {
    const handling = { ...LABELS, tlp: 'AMBER' };
    const body = { title: 'In parts', summary: 'Of a test.', handling, parts: [PARTS[0], VICTIM] };
    const drafted = world.as('cncert-liaison').post('/api/v1/advisories').send(body);
    await passing.release(((await expected(201, drafted)) as { id: string }).id, 1);
    await passing.passedOn('In parts', 'banking');
    const [parents, own] = [await passing.pull('pkcert'), await passing.pull('banking')];
    expect([await texts('pkcert'), await texts('banking')]).toEqual([
      [PARTS[0]!.text, VICTIM.text],
      [PARTS[0]!.text, VICTIM.text],
    ]);
    await passing.inForce('CN-PK-OWN', { amber_reach: 'own_organisation', reach_back: 'all' });
    expect((await passing.pull('pkcert', parents.next)).told).toEqual(['updated In parts']);
    expect((await passing.pull('banking', own.next)).told).toEqual(['updated In parts']);
    expect([await texts('pkcert'), await texts('banking')]).toEqual([[PARTS[0]!.text], [PARTS[0]!.text]]);
  });
});
