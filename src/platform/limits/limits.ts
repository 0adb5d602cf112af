import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { describeFault } from '../log/describe-fault';
import { LOG } from '../log/log';
import { Refusal } from '../refusal';
import { SECRET, SETTINGS } from '../secret';
import type { Settings } from '../settings';
import type { Logger } from 'pino';

/** What requests are counted by. */
export type Counted = 'address' | 'account' | 'key';

interface Policy {
  readonly name: string;
  readonly quota: number;
  /** In seconds. */
  readonly window: number;
}

/** What became of one request under a policy. */
interface Spent {
  readonly policy: Policy;
  readonly admitted: boolean;
  readonly left: number;
  readonly seconds: number;
}

const MINUTE = 60;
const DAY = 86_400;

/** The policies that are in use; a quota of 0 is none. */
function policiesFor(counted: Counted, settings: Settings): Policy[] {
  const { rateLimitAddress, rateLimitAccount, rateLimitKey, quotaAccount, quotaKey } = settings;
  const minute = { address: rateLimitAddress, account: rateLimitAccount, key: rateLimitKey }[counted];
  const day = { address: 0, account: quotaAccount, key: quotaKey }[counted];
  return [
    { name: counted, quota: minute, window: MINUTE },
    { name: `${counted}-day`, quota: day, window: DAY },
  ].filter(({ quota }) => quota > 0);
}

const unavailable = () =>
  new Refusal(
    'limits/unavailable',
    503,
    'Requests cannot be counted now, so none are let in. Ask again.',
    [],
    {
      'Retry-After': '5',
    },
  );

const exceeded = (seconds: number) =>
  new Refusal('limits/exceeded', 429, `Too many requests. Wait ${seconds} seconds, then go on.`, [], {
    'Retry-After': String(seconds),
  });

/** Adds to a list header (RFC 9651), since the address is counted before the caller is known. */
function add(response: Response, name: string, members: string[]): void {
  if (members.length === 0) return;
  const before = response.getHeader(name);
  response.setHeader(name, [...(typeof before === 'string' ? [before] : []), ...members].join(', '));
}

/**
 * Counts requests in the database, which all processes share, by one statement of its own before the request's
 * transaction begins. Subjects are stored under keyed hashes: the table tells nobody who asked.
 */
@Injectable()
export class Limits {
  private readonly key: KeyObject;
  private readonly limiters: Record<Counted, { policy: Policy; limiter: RateLimiterPostgres }[]>;

  constructor(
    source: DataSource,
    @Inject(SETTINGS) settings: Settings,
    @Inject(SECRET) secret: string,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'accord rate limit subjects', 32)));
    const limitersFor = (counted: Counted) =>
      policiesFor(counted, settings).map((policy) => ({ policy, limiter: limiterFor(source, policy) }));
    this.limiters = {
      address: limitersFor('address'),
      account: limitersFor('account'),
      key: limitersFor('key'),
    };
  }

  /**
   * Counts one request and says in its answer what is left (draft-ietf-httpapi-ratelimit-headers).
   * @param subject the address, or the id of the account or key
   * @throws Refusal 429 with Retry-After; 503 when the database does not count, since that would be no limit at all
   */
  async spend(counted: Counted, subject: string, response: Response): Promise<void> {
    const limiters = this.limiters[counted];
    if (limiters.length === 0) return;
    const hashed = createHmac('sha256', this.key).update(`${counted}:${subject}`).digest('base64url');
    const spent: Spent[] = [];
    for (const { policy, limiter } of limiters) {
      // What the minute refuses does not count against the day.
      if (spent.some(({ admitted }) => !admitted)) break;
      spent.push({ policy, ...(await this.consume(limiter, hashed)) });
    }
    add(
      response,
      'RateLimit-Policy',
      spent.map(({ policy: { name, quota, window } }) => `"${name}";q=${quota};w=${window}`),
    );
    // What is left of an address is not told: many may share one, and it would tell each how much the others ask.
    const told = spent.filter(({ admitted }) => counted !== 'address' || !admitted);
    add(
      response,
      'RateLimit',
      told.map(({ policy: { name }, left, seconds }) => `"${name}";r=${left};t=${seconds}`),
    );
    const over = spent.filter(({ admitted }) => !admitted);
    if (over.length > 0) throw exceeded(Math.max(...over.map(({ seconds }) => seconds)));
  }

  private async consume(limiter: RateLimiterPostgres, subject: string) {
    const described = (admitted: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes) => ({
      admitted,
      left: remainingPoints,
      seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
    });
    try {
      return described(true, await limiter.consume(subject));
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return described(false, refused);
      this.log.error({ fault: describeFault(refused) }, 'requests cannot be counted');
      throw unavailable();
    }
  }
}

/** The table is made by a migration: the role that serves may not, and cannot, make one. */
const limiterFor = (source: DataSource, { name, quota, window }: Policy) =>
  new RateLimiterPostgres({
    storeClient: source,
    storeType: 'typeorm',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points: quota,
    duration: window,
    // Once spent, the rest of the window is refused without asking the database again.
    inMemoryBlockOnConsumed: quota,
  });
