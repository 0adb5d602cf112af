import { DRAFT, PATH } from '../advisories/advisory-world';
import type { World } from '../cast';
import { LABELS, Sharing } from '../disclosure/sharing-world';
import { newPrivateKeyFile, readSigningKey, SIGNATURE_TYPE } from '../../src/record';

/** Tells two teams of a draft, one of them twice. */
export const toldTwice = async (world: World): Promise<string> => {
  const { id } = (await world.as('pkcert-analyst').post(PATH).send(DRAFT)).body as { id: string };
  for (const to of ['dunmere', 'dunmere', 'corvia']) {
    const said = { to, item: id, how: 'call', told_at: world.clock.now().toISOString() };
    expect((await world.as('pkcert-analyst').post('/api/v1/tellings').send(said)).status).toBe(201);
  }
  const approval = { item: id, version: 1, level: 'duty_officer' };
  const onBehalf = { ...approval, level: 'ministry', ministry: 'moitt', evidence_sha256: 'ab'.repeat(32) };
  await world.as('pkcert-duty-officer').post('/api/v1/approvals').send(approval);
  await world.as('pkcert-liaison').post('/api/v1/approvals').send(onBehalf);
  return id;
};

/** Shares advisories with CNCERT, which pulls and acknowledges them one by one. */
export const acknowledged = async (world: World, ...titles: string[]) => {
  for (const title of titles) {
    const audience = { include: ['cncert'] };
    const handling = { ...LABELS, categories: ['malicious-code/c2-server'], audience };
    const draft = await world
      .as('pkcert-analyst')
      .post(PATH)
      .send({ ...DRAFT, title, handling });
    const { id } = draft.body as { id: string };
    await world.as('pkcert-releaser').post(`${PATH}/${id}/release`).send({ version: 1 });
    const pulled = (await world.withKey('cncert').get(PATH)).body as {
      items: { id: string; title: string }[];
    };
    const items = pulled.items.filter((item) => item.title === title).map((item) => item.id);
    const answer = await world.as('cncert-liaison').post('/api/v1/acknowledgements').send({ items });
    expect(answer.body).toMatchObject({ acknowledged: 1 });
  }
};

/** Releases advisories alone, under an agreement with Dunmere that allows it. */
export const releasedAlone = async (world: World, ...titles: string[]) => {
  const sharing = Sharing.in(world);
  await sharing.inForce('dunmere', 'PK-XD-ALONE', { emergency_release: { up_to: 'GREEN' } });
  const alone = { version: 1, reason: 'It cannot wait.' };
  for (const title of titles) {
    const id = await sharing.draft(title, { audience: { include: ['dunmere'] } });
    const path = `${PATH}/${id}/emergency-release`;
    expect((await world.as('pkcert-duty-officer').post(path).send(alone)).status).toBe(201);
  }
};

/** Releases advisories under two standing rules. */
export const releasedUnderRules = async (world: World, until: string, ...titles: string[]) => {
  const sharing = Sharing.in(world);
  const rules = '/api/v1/standing-rules';
  for (const title of titles) {
    const rule = {
      ...{ name: title, reason: 'It is routine.', information_types: ['threat_report'], tlp_up_to: 'GREEN' },
      ...{ partners: ['cncert'], per_day: 5, expires_at: until },
    };
    const { body } = await world.as('pkcert-senior-analyst').post(rules).send(rule);
    const { id } = body as { id: string };
    expect((await world.as('pkcert-releaser').post(`${rules}/${id}/confirmation`)).status).toBe(201);
    const item = await sharing.draft(title, { audience: { include: ['cncert'] } });
    const under = { version: 1, rule: id };
    const path = `${PATH}/${item}/standing-release`;
    expect((await world.as('pkcert-analyst').post(path).send(under)).status).toBe(201);
  }
};

/** Adds two witnesses of PKCERT. */
export const witnessed = async (world: World, ...names: string[]) => {
  for (const name of names) {
    const { verifierKey } = readSigningKey(name, newPrivateKeyFile(), SIGNATURE_TYPE.cosignature);
    const added = world.as('pkcert-administrator').post('/api/v1/witnesses');
    expect((await added.send({ verifier_key: verifierKey })).status).toBe(201);
  }
};
