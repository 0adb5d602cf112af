import { tmpdir } from 'node:os';
import type { Settings } from '../../src/platform/settings';
import type { TestDatabase } from '../database';

/** Settings of an application under test; its secret guards nothing. */
export function settingsFor(
  { appUrl, ownerUrl, jobsUrl }: TestDatabase,
  other: Partial<Settings> = {},
): Settings {
  return Object.freeze({
    port: 0,
    host: '127.0.0.1',
    databaseUrl: appUrl,
    migrationDatabaseUrl: ownerUrl,
    jobsDatabaseUrl: jobsUrl,
    dataDir: tmpdir(),
    secret: 'a secret of the tests that guards nothing',
    publicUrl: 'http://accord.example',
    logLevel: 'error',
    metricsHost: '127.0.0.1',
    rateLimitAddress: 6000,
    rateLimitAccount: 3000,
    rateLimitKey: 3000,
    quotaAccount: 0,
    quotaKey: 0,
    trustedProxies: [],
    drainNotice: 0,
    drainDeadline: 30,
    ...other,
  });
}
