import { Injectable } from '@nestjs/common';
import type { ClientBase } from 'pg';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock';
import { runPrepared } from '../platform/prepared-statement';
import type { Role, Viewer } from '../platform/viewer';
import type { SessionKind } from './session.entity';

/** The account that someone claims to be, before the password is checked. */
export interface Claimed {
  id: string;
  organization_id: string;
  password_hash: string;
}

/** What somebody who is signed in proves herself by once more. */
export interface Proving {
  email: string;
  password_hash: string;
}

/** A second factor that signing in asks for. */
export interface StandingFactor {
  enrolment_id: string;
  secret_sealed: Buffer;
}

/** A key as it is stored: only the hash of its secret. */
export interface PresentedKey {
  id: string;
  organization_id: string;
  name: string;
  secret_sha256: Buffer;
  scopes: string[];
  allowed_ranges: string[];
}

interface ActingRow {
  organization_id: string;
  name: string;
  roles: Role[];
}

const viewerFrom = (personId: string, { organization_id, name, roles }: ActingRow): Viewer => ({
  organizationId: organization_id,
  personId,
  personName: name,
  roles,
});

/**
 * The few questions that are asked before anyone is known, outside of a viewer's transaction. The database answers
 * them through functions that show one account or key at a time and nothing of those that departed or were revoked.
 */
@Injectable()
export class ActingStore {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  private async first<Row extends object>(sql: string, parameters: unknown[]): Promise<Row | undefined> {
    const runner = this.source.createQueryRunner();
    try {
      const [row] = await runPrepared<Row>((await runner.connect()) as ClientBase, sql, parameters);
      return row;
    } finally {
      await runner.release();
    }
  }

  signingIn(email: string): Promise<Claimed | undefined> {
    return this.first('SELECT * FROM app.account_signing_in($1)', [email]);
  }

  /** The e-mail and the password's hash of an account, for who is signed in to it. */
  proving(accountId: string): Promise<Proving | undefined> {
    return this.first('SELECT * FROM app.account_proving($1)', [accountId]);
  }

  /** The viewer that an account is at this moment, with the roles of this moment. */
  async person(accountId: string): Promise<Viewer | undefined> {
    const row = await this.first<ActingRow>('SELECT * FROM app.account_acting($1)', [accountId]);
    return row && viewerFrom(accountId, row);
  }

  /** The viewer that an account is in this session; undefined once the session has ended or the person left. */
  async inSession(sessionId: string, accountId: string): Promise<Viewer | undefined> {
    const sql = 'SELECT * FROM app.session_acting($1, $2, $3)';
    type Row = ActingRow & { second_factor: boolean; kind: SessionKind; proved_at: Date };
    const row = await this.first<Row>(sql, [sessionId, accountId, this.clock.now()]);
    return (
      row && {
        ...viewerFrom(accountId, row),
        ...{ sessionId, secondFactor: row.second_factor },
        ...(row.kind === 'browser' ? { provedAt: row.proved_at } : {}),
      }
    );
  }

  secondFactor(accountId: string): Promise<StandingFactor | undefined> {
    return this.first('SELECT * FROM app.second_factor($1)', [accountId]);
  }

  /** @returns false when the code of this period was used before */
  async useTotpPeriod(enrolmentId: string, period: number): Promise<boolean> {
    const sql = 'SELECT app.use_totp_period($1, $2) AS first';
    return (await this.first<{ first: boolean }>(sql, [enrolmentId, period]))?.first === true;
  }

  /** @returns false for a code that is not one, or was used before */
  async useRecoveryCode(enrolmentId: string, codeSha256: Buffer): Promise<boolean> {
    const sql = 'SELECT app.use_recovery_code($1, $2, $3) AS first';
    const row = await this.first<{ first: boolean }>(sql, [enrolmentId, codeSha256, this.clock.now()]);
    return row?.first === true;
  }

  /** Whose session a refresh token belongs to, whether or not it is still good. */
  async refreshing(tokenSha256: Buffer): Promise<Viewer | undefined> {
    type Row = { session_id: string; account_id: string };
    const row = await this.first<Row>('SELECT * FROM app.refresh_presented($1)', [tokenSha256]);
    const viewer = row && (await this.person(row.account_id));
    return viewer && { ...viewer, sessionId: row.session_id };
  }

  /** Whose password a token resets, whether or not it is still good. */
  async resetting(tokenSha256: Buffer): Promise<Viewer | undefined> {
    const sql = 'SELECT * FROM app.reset_presented($1)';
    const row = await this.first<{ account_id: string }>(sql, [tokenSha256]);
    return row && this.person(row.account_id);
  }

  /** For which organization an invitation was made, whether or not it is still open; its holder is nobody yet. */
  async invited(tokenSha256: Buffer): Promise<Viewer | undefined> {
    const sql = 'SELECT * FROM app.invitation_presented($1)';
    const row = await this.first<{ organization_id: string }>(sql, [tokenSha256]);
    return row && { organizationId: row.organization_id, roles: [] };
  }

  /** The key with this prefix, unless it has expired, was revoked, or has been replaced long enough. */
  keyOf(prefix: string): Promise<PresentedKey | undefined> {
    return this.first('SELECT * FROM app.api_key_presented($1, $2)', [prefix, this.clock.now()]);
  }

  async noteKeyUse(apiKeyId: string, at: Date): Promise<void> {
    await this.source.query('SELECT app.note_api_key_use($1, $2)', [apiKeyId, at]);
  }

  async noteSessionUse(sessionId: string, at: Date): Promise<void> {
    await this.source.query('SELECT app.note_session_use($1, $2)', [sessionId, at]);
  }
}
