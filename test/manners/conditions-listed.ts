import type { World } from '../cast';
import { Consenting } from '../disclosure/consents-world';
import { Passing } from '../disclosure/passing-world';

/** Two consents of the source of an advisory, two items that are passed on, and two requests for consent. @returns the id of the advisory */
export async function conditionsListed(world: World): Promise<string> {
  const consenting = Consenting.in(world);
  const imported = await consenting.imported('Of another publisher');
  for (const to of ['partners', 'cncert'])
    expect((await consenting.record(imported, { to })).status).toBe(201);
  const passing = await Passing.in(world);
  for (const title of ['One for banking', 'Two for banking']) {
    await passing.released(title);
    await passing.passedOn(title, 'banking');
    const later = consenting.hours(24);
    const asked = { scope: 'constituents', why: 'Of a test.', until: later, answer_by: later };
    const item = await passing.idAt('pkcert', title);
    const sent = world
      .as('pkcert-liaison')
      .post('/api/v1/consent-requests')
      .send({ item, ...asked });
    expect((await sent).status).toBe(201);
  }
  return imported;
}
