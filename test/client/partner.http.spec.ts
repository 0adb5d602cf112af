import type { components } from '../../docs/openapi';
import { castMember, PASSWORD } from '../cast';
import { CASE, sharedWorld, titlesFor } from '../disclosure/shared-world';
import type { Sharing } from '../disclosure/sharing-world';
import { clientFor, type Problem, type TypedClient } from './client';

type FeedEvent = components['schemas']['FeedEvent'];

const NEVER = '5a4b2c1d-0000-4000-8000-123456789abc';
const { email } = castMember('cncert-liaison');

describe('a partner’s engineer, with a client generated from the description', () => {
  let sharing: Sharing;
  let anybody: TypedClient;
  let systems: TypedClient;

  beforeAll(async () => {
    sharing = await sharedWorld();
    const { url, keys } = sharing.world;
    anybody = clientFor(url);
    systems = clientFor(url, keys.cncert);
  });
  afterAll(() => sharing.world.close());

  /** Pulls page by page from the beginning, or from a cursor. */
  async function pulled(limit: number, from?: string): Promise<{ events: FeedEvent[]; next: string }> {
    const { data, error } = await systems.GET('/api/v1/feed', {
      params: { query: { limit, ...(from === undefined ? {} : { cursor: from }) } },
    });
    if (!data) throw new Error(error.detail);
    if (!data.more) return { events: data.items, next: data.next };
    const rest = await pulled(limit, data.next);
    return { events: [...data.items, ...rest.events], next: rest.next };
  }

  it('signs in, learns who she is, and signs out', async () => {
    const { data: tokens } = await anybody.POST('/api/v1/sign-in', { body: { email, password: PASSWORD } });
    const person = clientFor(sharing.world.url, tokens?.access_token);
    const { data: me } = await person.GET('/api/v1/me');
    expect(me?.organization.handle).toBe('cncert');
    expect(me?.person?.email).toBe(email);
    expect(me?.api_key).toBeNull();
    const { response } = await person.POST('/api/v1/sign-out');
    expect(response.status).toBe(204);
    const { error } = await person.GET('/api/v1/me');
    expect(error?.type).toBe('/problems/credential/invalid');
  });

  it('learns from her systems’ key which organization it pulls for', async () => {
    const { data } = await systems.GET('/api/v1/me');
    expect([data?.organization.handle, data?.person, data?.roles]).toEqual(['cncert', null, []]);
  });

  it('pulls the feed two at a time to its end, and nothing again from there', async () => {
    const { events, next } = await pulled(2);
    expect(events.map(({ event }) => event)).toEqual(events.map(() => 'added'));
    expect(events.map(({ item }) => item?.title).sort()).toEqual(titlesFor('cncert'));
    expect((await pulled(2, next)).events).toEqual([]);
  });

  it('reads each document that the feed names, and 304 for what she holds', async () => {
    const { events } = await pulled(100);
    const advisory = events.find(({ item }) => item?.title === 'AMBER for partners')?.item;
    const path = { id: advisory!.id };
    const read = await systems.GET('/api/v1/advisories/{id}', { params: { path } });
    if (!read.data || !('originator' in read.data)) throw new Error('It is read as others share it.');
    expect([read.data.title, read.data.originator, read.data.tlp]).toEqual([
      'AMBER for partners',
      'pkcert',
      'AMBER',
    ]);
    const tag = read.response.headers.get('ETag') ?? '';
    const again = await systems.GET('/api/v1/advisories/{id}', {
      params: { path, header: { 'If-None-Match': tag } },
    });
    expect([again.response.status, again.data]).toEqual([304, undefined]);
    const csaf = await systems.GET('/api/v1/advisories/{id}/csaf', { params: { path } });
    expect(csaf.data).toMatchObject({ document: { title: 'AMBER for partners' } });
    const incident = events.find(({ item }) => item?.title === CASE)?.item;
    const shared = await systems.GET('/api/v1/incidents/{id}', { params: { path: { id: incident!.id } } });
    expect(shared.data?.title).toBe(CASE);
  });

  it('tells a list of what is shared from one of her own by its scope', async () => {
    const { data } = await systems.GET('/api/v1/advisories');
    if (data?.scope !== 'received') throw new Error('A list without a scope is of what is received.');
    expect(data.items.map(({ originator }) => originator)).toEqual(data.items.map(() => 'pkcert'));
  });

  it('finds in every error the problem document that the types promise', async () => {
    const wrong = await anybody.POST('/api/v1/sign-in', { body: { email, password: 'not hers at all' } });
    const absent = await systems.GET('/api/v1/advisories/{id}', { params: { path: { id: NEVER } } });
    const foreign = await systems.GET('/api/v1/feed', { params: { query: { cursor: 'made-up' } } });
    const excessive = await systems.GET('/api/v1/feed', { params: { query: { limit: 5000 } } });
    const notHers = await systems.GET('/api/v1/logs');
    const problems: (Problem | undefined)[] = [wrong, absent, foreign, excessive, notHers].map(
      ({ error }) => error,
    );
    expect(problems.map((problem) => [problem?.status, problem?.type])).toEqual([
      [401, '/problems/sign-in/refused'],
      [404, '/problems/not-found'],
      [400, '/problems/cursor/invalid'],
      [422, '/problems/invalid'],
      [403, '/problems/access/not-for-you'],
    ]);
    expect(excessive.error?.errors?.map(({ field }) => field)).toEqual(['limit']);
    for (const problem of problems) expect(problem?.request_id).toBeTruthy();
  });
});
