import type { OrganizationKey } from '../cast';
import type { Caller, World } from '../cast';

export const contactsOf = (handle: string) => `/api/v1/organizations/${handle}/contacts`;

/** A contact that every rule accepts; its telephone is one of those kept for inventions. */
export const duty = {
  role: 'duty',
  name: 'The duty desk (invented)',
  email: 'duty@pkcert.example',
  telephone: '+12025550123',
  hours: 'At all hours',
  languages: ['en', 'ur'],
  emergency: true,
};

/** A contact as the web API shows it. */
export interface Contact {
  id: string;
  version: number;
  email: string;
  verification: string;
  verified_at: string | null;
  verification_lapses_at: string | null;
}

/** Adds a contact of PKCERT. */
export async function addContact(world: World, fields: object = {}): Promise<Contact> {
  const sent = { ...duty, ...fields };
  const answer = await world.as('pkcert-administrator').post(contactsOf('pkcert')).send(sent);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body as Contact;
}

/** Verifies a contact as it stands, by the liaison officer of PKCERT. */
export const verify = (world: World, { id, version }: Contact, by: Caller = world.as('pkcert-liaison')) =>
  by.post(`${contactsOf('pkcert')}/${id}/verifications`).send({ version, method: 'telephone-call' });

/** A contact as somebody of an organization reads it in the list. */
export async function readContact(
  world: World,
  id: string,
  by: OrganizationKey = 'corvia',
): Promise<Contact | undefined> {
  const { body } = await world.withKey(by).get(contactsOf('pkcert'));
  return (body.items as Contact[]).find((contact) => contact.id === id);
}
