import type { Screen } from '../screen/screen';
import { ApiRefused, given } from '../web-api/refused';
import { type Contact, type Key, mayKeep, type Organization } from './organization';

/**
 * One organization.
 * @param toKeep whether it is read in order to be changed
 * @throws ApiRefused in the words of the web API, which would refuse the change
 */
export async function readOrganization(
  screen: Screen,
  handle: string,
  { toKeep }: { toKeep: boolean } = { toKeep: false },
): Promise<Organization> {
  const organization = await given(
    screen.api.GET('/api/v1/organizations/{handle}', { params: { path: { handle } } }),
  );
  if (toKeep && !mayKeep(screen, handle)) throw notForYou();
  return organization;
}

export const notForYou = () =>
  new ApiRefused({ type: '/problems/access/not-for-you', title: 'Not for you', status: 403 });

/** An organization with how it is reached. */
export async function readWithContacts(
  screen: Screen,
  handle: string,
): Promise<{ organization: Organization; contacts: Contact[]; keys: Key[] }> {
  const params = { path: { handle } };
  const organization = await readOrganization(screen, handle);
  const [contacts, keys] = await Promise.all([
    given(screen.api.GET('/api/v1/organizations/{handle}/contacts', { params })),
    given(screen.api.GET('/api/v1/organizations/{handle}/keys', { params })),
  ]);
  return { organization, contacts: contacts.items, keys: keys.items };
}
