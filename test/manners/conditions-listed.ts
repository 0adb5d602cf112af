import type { World } from '../cast';
import { Consenting } from '../disclosure/consents-world';
import { Passing } from '../disclosure/passing-world';

/** Consents of the source of an advisory and of victims, two items passed on, and two requests for consent. @returns the advisory */
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

/** Two consents of a victim of whom an item tells. */
export async function victimsListed(world: World, kind: 'advisories' | 'incidents'): Promise<string> {
  const parts = [
    { kind: 'field', title: 'Who was hit', text: 'A bank', tags: ['victim_identity'], victim: 'Bank' },
  ];
  const analyst = world.as('pkcert-analyst');
  const body = { title: 'Of a victim', summary: 'Of a test.', parts };
  const { id } = (await analyst.post(`/api/v1/${kind}`).send(body)).body as { id: string };
  const consent = {
    ...{ victim: 'Bank', given_by: 'Its head (invented)', evidence_sha256: 'ab'.repeat(32) },
    valid_until: new Date(world.clock.now().getTime() + 3_600_000).toISOString(),
  };
  for (const to of ['partners', 'cncert']) {
    const recorded = await analyst.post(`/api/v1/${kind}/${id}/victim-consents`).send({ ...consent, to });
    expect(recorded.status).toBe(201);
  }
  return id;
}
