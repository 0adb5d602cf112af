import type { INestApplication } from '@nestjs/common';
import { globalAgent } from 'node:http';
import request from 'supertest';
import type { DataSource } from 'typeorm';
import { AccessTokens } from '../../src/accounts';
import type { OrganizationKey, PersonKey } from '../../src/cli/demo/cast';
import { issueCastKeys, type SeededCast, seedCast } from '../../src/cli/demo/seed-cast';
import { createDataSource } from '../../src/platform/data-source';
import { castVariable, freshDatabase } from '../database';
import { entities } from '../../src/entities';
import { type Changes, startApplication } from './application';
import { BEGINNING, SettableClock } from './clock';
import { PASSWORD } from './password';
import { signingIn } from './signed-in';

/** The id of every request in the tests, so that answers can be compared byte for byte. */
export const REQUEST_ID = 'a-request-of-the-tests';

/** Someone who sends requests, with her credential on each of them. */
export type Caller = ReturnType<typeof request.agent>;

export interface WorldOptions extends Changes {
  /** The instant at which the world begins. */
  now?: string;
  /** Whether who comes a second time comes in another session. */
  sessionsApart?: boolean;
  /** Whether what the operator's connection asks is planned once: of small worlds, planning is most of the work. */
  plannedOnce?: boolean;
}

/** The application in a database of its own, with the cast in it. */
export interface World extends SeededCast {
  app: INestApplication;
  /** Address of the database, as the role that owns it. */
  ownerUrl: string;
  /** Addresses of the database, as the role that serves requests and the one that runs jobs. */
  appUrl: string;
  jobsUrl: string;
  /** Address of the web server, without a path. */
  url: string;
  clock: SettableClock;
  /** The operator's connection, which sees and may do everything. */
  owner: DataSource;
  /** The key itself of each organization's systems. */
  keys: Record<OrganizationKey, string>;
  /** A person with an access token that was issued now, by the world's clock. */
  as(person: PersonKey): Caller;
  /** The systems of an organization, with its API key. */
  withKey(organization: OrganizationKey): Caller;
  anonymous(): Caller;
  /** A caller who presents this in the Authorization header. */
  presenting(authorization: string): Caller;
  close(): Promise<void>;
}

/** Makes a world; every test file has its own and closes it. */
export async function startWorld({
  now = BEGINNING,
  sessionsApart = false,
  plannedOnce = false,
  ...changes
}: WorldOptions = {}): Promise<World> {
  const { [castVariable]: cast } = process.env;
  const prepared = now === BEGINNING && cast ? (JSON.parse(cast) as SeededCast) : undefined;
  const database = await freshDatabase({ cast: prepared !== undefined });
  const clock = new SettableClock(now);
  const options = plannedOnce ? '-c plan_cache_mode=force_generic_plan' : '';
  const owner = await createDataSource(database.ownerUrl, { entities, options }).initialize();
  const seeded = prepared ?? (await seedCast({ owner, clock }, PASSWORD));
  const app = await startApplication(database, clock, changes);
  const keys = await issueCastKeys(app, seeded, new Date(clock.now().getTime() + 390 * 86_400_000));
  const url = await app.getUrl();
  const tokens = app.get(AccessTokens, { strict: false });
  // Unless told otherwise, superagent opens a connection for every request.
  const anonymous = () =>
    request
      .agent(url)
      .set('X-Request-Id', REQUEST_ID)
      .use((sent: request.Test) => void sent.agent(globalAgent));
  const presenting = (authorization: string) => anonymous().set('Authorization', authorization);
  const signIn = signingIn({ anonymous, owner, clock, tokens, apart: sessionsApart });
  return {
    ...seeded,
    app,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    jobsUrl: database.jobsUrl,
    url,
    clock,
    owner,
    keys,
    presenting,
    as: (person) => signIn(seeded.people[person]),
    withKey: (organization) => presenting(`Bearer ${keys[organization]}`),
    anonymous,
    close: async () => {
      await app.close();
      await owner.destroy();
    },
  };
}
