import request from 'supertest';
import type { DataSource } from 'typeorm';
import type { AccessTokens } from '../../src/accounts';
import { newId } from '../../src/platform/ids';
import type { SettableClock } from './clock';
import type { Caller } from './world';

/** How a session is stored, with its id, the account's and when it began. */
export const BEGIN_SESSION = `INSERT INTO session (id, organization_id, account_id, started_at, expires_at)
  SELECT $1, a.organization_id, a.id, $3, $3::timestamptz + interval '7 days' FROM account a WHERE a.id = $2`;

/** What a person needs to be signed in by the tests, without a password. */
export interface Doorkeeper {
  anonymous: () => Caller;
  owner: DataSource;
  clock: SettableClock;
  tokens: AccessTokens;
  /** Whether everybody is in a new session each time. */
  apart: boolean;
}

interface Session {
  token: string;
  begin(): Promise<unknown>;
}

/** A session that began now; it is stored just before its first request is sent. */
function newSession({ owner, clock, tokens }: Doorkeeper, accountId: string): Session {
  const [id, started] = [newId(), clock.now()];
  let begun: Promise<unknown> | undefined;
  return {
    token: tokens.issue(accountId, id),
    begin: () => (begun ??= owner.query(BEGIN_SESSION, [id, accountId, started])),
  };
}

/**
 * Somebody in a session that leaves no entry in any log. Who comes again before the clock moves is in the same
 * session, unless sessions are to be apart.
 */
export function signingIn(door: Doorkeeper) {
  const sessions = new Map<string, Session>();
  const sessionOf = (accountId: string) => {
    const name = `${accountId} ${door.clock.now().getTime()}`;
    const session = (door.apart ? undefined : sessions.get(name)) ?? newSession(door, accountId);
    sessions.set(name, session);
    return session;
  };
  return (accountId: string): Caller => {
    const session = sessionOf(accountId);
    const caller = door.anonymous().set('Authorization', `Bearer ${session.token}`);
    return caller.use((sent: request.Test) => {
      const send = sent.end.bind(sent);
      sent.end = (answered: Parameters<typeof send>[0]) => {
        session.begin().then(() => send(answered), answered as (error: unknown) => void);
        return sent;
      };
    });
  };
}
