import request from 'supertest';
import type { DataSource } from 'typeorm';
import type { AccessTokens } from '../../src/accounts';
import { newId } from '../../src/platform/ids';
import type { SettableClock } from './clock';
import type { Caller } from './world';

const begin = `INSERT INTO session (id, organization_id, account_id, started_at, expires_at)
  SELECT $1, a.organization_id, a.id, $3, $3::timestamptz + interval '7 days' FROM account a WHERE a.id = $2`;

/** What a person needs to be signed in by the tests, without a password. */
export interface Doorkeeper {
  anonymous: () => Caller;
  owner: DataSource;
  clock: SettableClock;
  tokens: AccessTokens;
}

/**
 * Somebody in a session of her own that began now and leaves no entry in any log. Callers are made at once and
 * sessions are not, so the session is stored just before its first request is sent.
 */
export function signedIn({ anonymous, owner, clock, tokens }: Doorkeeper, accountId: string): Caller {
  const session = newId();
  const started = clock.now();
  const caller = anonymous().set('Authorization', `Bearer ${tokens.issue(accountId, session)}`);
  let begun: Promise<unknown> | undefined;
  return caller.use((sent: request.Test) => {
    const send = sent.end.bind(sent);
    sent.end = (answered: Parameters<typeof send>[0]) => {
      begun ??= owner.query(begin, [session, accountId, started]);
      begun.then(() => send(answered), answered as (error: unknown) => void);
      return sent;
    };
  });
}
