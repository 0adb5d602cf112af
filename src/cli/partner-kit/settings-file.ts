import type { KitFacts } from './kit-facts';

/** Settings of a pull, for whoever writes a program of her own in the place of the script. */
export function settingsFile({ base, me, key, testItem }: KitFacts): string {
  const settings = {
    accord: 'pull-settings/1',
    organization: me.organization.handle,
    base_url: base,
    me: '/api/v1/me',
    feed: '/api/v1/feed',
    authorization: 'Bearer',
    key_file: 'api-key',
    key: key && {
      name: key.name,
      prefix: key.prefix,
      scopes: key.scopes,
      allowed_addresses: key.allowed_addresses,
      expires_at: key.expires_at.toISOString(),
    },
    limit: 100,
    interval_seconds: 300,
    retry: { statuses: [429, 502, 503, 504], honour: 'Retry-After', most_tries: 6 },
    digest: 'sha256',
    test_advisory: testItem && { path: `/api/v1/advisories/${testItem.id}/csaf`, ...testItem },
    directions: me.directions ?? [],
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}
