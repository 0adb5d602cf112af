import { Inject, Injectable } from '@nestjs/common';
import { createHmac, hkdfSync } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock';
import { Refusal } from '../../platform/refusal';
import { SECRET } from '../../platform/secret';
import { networkOf } from '../../platform/network';

/** How many failures within the window close the door, and for how many milliseconds they count. */
export const SIGN_IN_LIMITS = { perEmail: 5, perAddress: 20, window: 15 * 60_000 } as const;

const tooMany = () =>
  new Refusal(
    'sign-in/too-many-attempts',
    429,
    'Too many attempts to sign in failed. Wait, then retry.',
    [],
    {
      'Retry-After': String(SIGN_IN_LIMITS.window / 1000),
    },
  );

/** Whose attempts are counted, under keyed hashes: the table tells nobody who tried to sign in from where. */
export interface Subjects {
  email: string;
  address: string;
}

/** Counts failed sign-ins in the database, so that the limits hold over any number of processes and restarts. */
@Injectable()
export class SignInThrottle {
  private readonly key: Buffer;
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    @Inject(SECRET) secret: string,
  ) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'accord sign-in subjects', 32));
  }

  /** @param address the caller's IP address */
  subjects(email: string, address: string): Subjects {
    const name = (kind: string, value: string) =>
      `${kind}:${createHmac('sha256', this.key).update(`${kind}:${value}`).digest('base64url')}`;
    return { email: name('email', email), address: name('address', networkOf(address)) };
  }

  /**
   * Admits an attempt, or refuses it also for the right password. An attempt counts as failed until it succeeds:
   * many at once cannot all be admitted before the first of them is counted.
   * @throws Refusal 429 with Retry-After in seconds
   */
  async admit({ email, address }: Subjects): Promise<void> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - SIGN_IN_LIMITS.window);
    await this.source.transaction(async (manager) => {
      const failures = async (subject: string) => {
        const rows: { n: string }[] = await manager.query(
          'SELECT app.count_sign_in_failures(ARRAY[$1], $2) AS n',
          [subject, since],
        );
        return Number(rows[0]?.n);
      };
      await manager.query('SELECT pg_advisory_xact_lock(app.lock_key($1))', [email]);
      if ((await failures(email)) >= SIGN_IN_LIMITS.perEmail) throw tooMany();
      if ((await failures(address)) >= SIGN_IN_LIMITS.perAddress) throw tooMany();
      await manager.query('SELECT app.note_sign_in_failure(ARRAY[$1], $2)', [email, now]);
    });
  }

  /** The attempt failed: from now on it counts against the address too. */
  async failed({ address }: Subjects): Promise<void> {
    await this.source.query('SELECT app.note_sign_in_failure(ARRAY[$1], $2)', [address, this.clock.now()]);
  }

  /** The attempt succeeded: the failures of this e-mail are forgotten, those of the address are not. */
  async succeeded({ email }: Subjects): Promise<void> {
    await this.source.query('SELECT app.forget_sign_in_failures($1)', [email]);
  }
}
