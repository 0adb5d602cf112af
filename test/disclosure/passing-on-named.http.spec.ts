import { NAMED, VERIFICATIONS, type NamedItem } from './named-world';
import { Passing } from './passing-world';
import { expected } from './sharing-world';

const ACKNOWLEDGEMENTS = '/api/v1/acknowledgements';

it('an acknowledgement of a constituent tells its parent nothing of what one person of it was named in before', async () => {
  const passing = await Passing.start({
    information_types: [{ type: 'threat_report', tlp_ceiling: 'RED' }],
  });
  const { world } = passing;
  try {
    const person = world.people['pkcert-duty-officer'];
    const valid_until = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    const verified = { person, method: 'call_back', valid_until };
    await expected(201, world.as('cncert-liaison').post(VERIFICATIONS).send(verified));
    const id = await passing.released('Red at first', { tlp: 'RED', named_persons: [person] });
    const { items: named } = (await expected(200, world.as('pkcert-duty-officer').get(NAMED))) as {
      items: NamedItem[];
    };
    expect(named).toHaveLength(1);
    const change = { base: 1, handling: { tlp: 'GREEN', named_persons: [] } };
    await expected(201, world.as('cncert-liaison').post(`/api/v1/advisories/${id}/versions`).send(change));
    await passing.release(id, 2);
    await passing.passedOn('Red at first', 'banking');
    const items = [await passing.idAt('banking', 'Red at first')];
    await expected(200, world.as('banking-analyst').post(ACKNOWLEDGEMENTS).send({ items }));
    const told = await world.as('pkcert-analyst').get(ACKNOWLEDGEMENTS);
    expect(told.body).toMatchObject({
      items: [{ team: 'banking', item: await passing.idAt('pkcert', 'Red at first'), version: 1 }],
    });
    expect(told.text).not.toContain(named[0]!.id);
  } finally {
    await world.close();
  }
});
