import { Secret, TOTP } from 'otpauth';
import { castMember, PASSWORD } from '../cast';
import { done, type Visit } from './visit';

const soon = () => new Date(Date.now() + 30 * 86_400_000).toISOString();
const NEW_PASSWORD = 'another correct horse battery';

/** Whatever an administrator does with people and keys, and each person with her own account. */
export async function visitAccounts(visit: Visit): Promise<void> {
  await visitPeople(visit);
  await visitKeys(visit);
  await visitOwnAccount(visit);
}

async function visitPeople({ stage, seeded }: Visit): Promise<void> {
  const administrator = stage.as('energy-administrator');
  const nobody = stage.anonymous;
  const somebody = (name: string) => ({
    email: `${name}@energy.example`,
    name: 'Nida Shah',
    roles: ['analyst'],
  });
  const { id } = await done(administrator, 'POST', '/accounts', { ...somebody('new'), password: PASSWORD });
  await done(administrator, 'PUT', `/accounts/${id}/roles`, { roles: ['analyst', 'releaser'] });
  const reset = await done(administrator, 'POST', `/accounts/${id}/password-reset`);
  const chosen = { token: reset.token, password: NEW_PASSWORD };
  await done(nobody, 'POST', '/password-resets/acceptance', chosen);
  await done(administrator, 'POST', `/accounts/${id}/departure`, { reason: 'Moved to another ministry' });
  const { token } = await done(administrator, 'POST', '/invitations', somebody('invited'));
  await done(nobody, 'POST', '/invitations/acceptance', { token, password: PASSWORD });
  const other = await done(administrator, 'POST', '/invitations', somebody('other'));
  await done(administrator, 'GET', '/invitations?limit=1');
  await done(administrator, 'DELETE', `/invitations/${other.id}`);
  await done(administrator, 'GET', '/accounts?limit=2');
  await done(administrator, 'GET', `/accounts/${id}`);
  const analyst = stage.as('energy-analyst');
  const { secret } = await done(analyst, 'POST', '/me/second-factor', { password: PASSWORD });
  const app = new TOTP({ secret: Secret.fromBase32(secret!) });
  const code = app.generate();
  await done(analyst, 'POST', '/me/second-factor/confirmation', { code });
  await done(analyst, 'GET', '/me/second-factor');
  const next = app.generate({ timestamp: Date.now() + 30_000 });
  await done(analyst, 'POST', '/me/second-factor/recovery-codes', { password: PASSWORD, code: next });
  await done(administrator, 'DELETE', `/accounts/${seeded.people['energy-analyst']}/second-factor`);
  await done(administrator, 'GET', '/me/second-factor');
}

async function visitKeys({ stage }: Visit): Promise<void> {
  const administrator = stage.as('telecom-administrator');
  const wanted = { name: 'Collector', expires_at: soon(), allowed_addresses: ['192.0.2.0/24'] };
  const { id } = await done(administrator, 'POST', '/api-keys', wanted);
  await done(administrator, 'POST', `/api-keys/${id}/rotation`, { overlap_hours: 1, expires_at: soon() });
  await done(administrator, 'DELETE', `/api-keys/${id}`);
  await done(administrator, 'GET', '/api-keys');
  await done(administrator, 'GET', `/api-keys/${id}`);
  await done(stage.systems('telecom'), 'GET', '/me');
}

async function visitOwnAccount({ stage }: Visit): Promise<void> {
  const nobody = stage.anonymous;
  const person = stage.as('banking-administrator');
  const { email } = castMember('banking-administrator');
  await done(person, 'GET', '/me');
  await done(person, 'GET', '/me/identity');
  await done(person, 'GET', '/health-report');
  await done(person, 'GET', '/me/preferences');
  const wanted = { language: 'ur', time_zone: 'Asia/Karachi', theme: 'dark' };
  await done(person, 'PUT', '/me/preferences', wanted);
  await done(person, 'POST', '/me/proof', { password: PASSWORD });
  const changed = { old_password: PASSWORD, new_password: NEW_PASSWORD };
  await done(person, 'PUT', '/me/password', changed);
  const session = await done(nobody, 'POST', '/sign-in', { email, password: NEW_PASSWORD });
  await done(nobody, 'POST', '/sign-in/refresh', { refresh_token: session.refresh_token });
  const { items } = await done(person, 'GET', '/me/sessions?limit=2');
  await done(person, 'DELETE', `/me/sessions/${(items as unknown as { id: string }[])[0]!.id}`);
  await done(stage.as('dunmere-liaison'), 'POST', '/sign-out');
  await done(stage.as('dunmere-administrator'), 'POST', '/sign-out/everywhere');
}
