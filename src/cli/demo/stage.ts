import { castMember, ORGANIZATION_KEYS, type OrganizationKey, PERSON_KEYS, type PersonKey } from './cast';
import { type Answer, Client, type Listener, type Shown } from './http-client';
import type { Story } from './story';

/** Whose systems pull, or nobody in particular. */
export type Puller = OrganizationKey | 'anonymous';

/** What the chapters of the story play on: everybody signed in, the systems with their keys, and what was learnt. */
export interface Stage {
  story: Story;
  as(person: PersonKey): Client;
  /** Signs a person in anew, whose session has ended. */
  signIn(person: PersonKey): Promise<void>;
  /** An organization's systems with their key, or the anonymous caller. */
  systems(puller: Puller): Client;
  anonymous: Client;
  /** Own ids of advisories, by the name that the story gives them. */
  items: Map<string, string>;
  /** Where each has come to in the feed. */
  cursors: Map<Puller, string>;
  keys: Map<OrganizationKey, string>;
}

/** `done` for a success; otherwise the status and the reason, as the story prints it. */
export function outcome({ status, json }: Answer): string {
  if (status >= 200 && status < 300) return 'done';
  const fields = (json.errors ?? []).map((error) => `${error.field}: ${error.message}`);
  return [status, json.type ?? '', ...fields].join(' ').trim();
}

/** Does several requests in a row and stops at the first that is refused. */
export async function allDone(...requests: (() => Promise<Answer>)[]): Promise<string> {
  for (const request of requests) {
    const result = outcome(await request());
    if (result !== 'done') return result;
  }
  return 'done';
}

/** The events of a pull as sorted words: `added Title`, `notice sharing-paused`. */
export function told(shown: readonly Shown[]): string {
  const words = shown.map((event) => {
    if (event.notice) return `notice ${event.notice}`;
    return event.item ? `${event.event} ${event.item.title}` : (event.event ?? '');
  });
  return words.sort().join(', ') || 'nothing';
}

/** Pulls a feed from where it had been left, page by page, and remembers where it was left now. */
export async function pull({ systems, cursors }: Stage, puller: Puller, limit = 100): Promise<string> {
  const events: Shown[] = [];
  for (let more = true; more;) {
    const cursor = cursors.get(puller);
    const { status, json } = await systems(puller).get(
      `/api/v1/feed?limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`,
    );
    if (status !== 200) return `status ${status}`;
    events.push(...(json.items ?? []));
    cursors.set(puller, json.next ?? '');
    more = json.more === true;
  }
  return told(events);
}

/** Signs everybody in and gives each organization's systems a key, over HTTP like everything else. */
export async function setStage(
  origin: string,
  password: string,
  story: Story,
  heard?: Listener,
): Promise<Stage> {
  const anonymous = new Client(origin, undefined, heard);
  const people = new Map<PersonKey, Client>();
  const signIn = async (key: PersonKey) => {
    const { json } = await anonymous.post('/api/v1/sign-in', { email: castMember(key).email, password });
    people.set(key, anonymous.withCredential(json.access_token));
  };
  for (const key of PERSON_KEYS) await signIn(key);
  const keys = new Map<OrganizationKey, string>();
  const systems = new Map<OrganizationKey, Client>();
  const expires_at = new Date(Date.now() + 90 * 86_400_000).toISOString();
  for (const key of ORGANIZATION_KEYS) {
    const administrator = people.get(`${key}-administrator` as PersonKey)!;
    const { json } = await administrator.post('/api/v1/api-keys', { name: `Systems of ${key}`, expires_at });
    keys.set(key, json.key ?? '');
    systems.set(key, new Client(origin, json.key, heard));
  }
  return {
    story,
    anonymous,
    keys,
    as: (person) => people.get(person)!,
    signIn,
    systems: (puller) => (puller === 'anonymous' ? anonymous : systems.get(puller)!),
    items: new Map(),
    cursors: new Map(),
  };
}
