import { makeKey } from '../organizations/key-work';
import { done, readTwice, type Visit } from './visit';

const DUTY = {
  role: 'duty',
  email: 'duty@pkcert.example',
  telephone: '+12025550123',
  languages: ['en', 'ur'],
};
const PROFILE = {
  name: 'PKCERT (demonstration)',
  time_zone: 'Asia/Karachi',
  charter: { mission: 'To help those who are attacked.', constituency: 'Pakistan' },
  base: 0,
};

/** Whatever can be done with organizations, and the reading of it by a partner's systems. */
export async function visitOrganizations({ stage }: Visit): Promise<void> {
  const administrator = stage.as('pkcert-administrator');
  const partner = stage.systems('corvia');
  const own = '/organizations/pkcert';
  await done(administrator, 'POST', '/organizations', { handle: 'water', name: 'Water CERT (invented)' });
  await done(administrator, 'PUT', `${own}/profile`, PROFILE);
  const contact = await done(administrator, 'POST', `${own}/contacts`, DUTY);
  const at = `${own}/contacts/${contact.id}`;
  await done(administrator, 'PUT', at, { ...DUTY, hours: 'At all hours', base: 1 });
  const verified = { version: 2, method: 'telephone-call' };
  await done(stage.as('pkcert-liaison'), 'POST', `${at}/verifications`, verified);
  const { publicKey: armored } = await makeKey();
  const { fingerprint } = await done(administrator, 'POST', `${own}/keys`, { armored });
  for (const path of [
    '',
    '/constituents',
    '/profile',
    '/contacts',
    '/keys',
    `/keys/${fingerprint}`,
    '/names',
  ])
    await done(partner, 'GET', `${own}${path}`);
  for (const path of ['/profile/versions', `/contacts/${contact.id}/versions`])
    await done(administrator, 'GET', `${own}${path}`);
  await done(administrator, 'GET', `${at}/verifications`);
  await done(partner, 'GET', at);
  await done(partner, 'GET', '/organizations?kind=national-cert&limit=2');
  await done(partner, 'GET', '/organizations/itu');
  await readTwice(partner, own);
  await done(administrator, 'DELETE', `${own}/keys/${fingerprint}`);
  await done(administrator, 'DELETE', at);
  await done(stage.as('moitt-administrator'), 'PUT', '/organizations/moitt/namespace', {
    namespace: 'https://moitt.example',
  });
}
