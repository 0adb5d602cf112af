import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { newId } from '../../platform/ids';
import type { Role } from '../../platform/viewer';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { AccountDepartureRow, AccountRoleRow } from '../account.entity';

/** An account of the viewer's own organization, with its roles and, if the person left, when. */
export interface Account {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  created_at: Date;
  departed_at: Date | null;
  /** Since when signing in asks for a second factor; null while it does not. */
  second_factor_since: Date | null;
}

/** What an account is made of; the e-mail is in lower case. */
export interface NewAccount {
  email: string;
  name: string;
  passwordHash: string;
  roles: readonly Role[];
  /** Who made it, if that is not who acts: the inviter of somebody who accepts. */
  by?: string;
}

// The organization is named although row-level security would do: the operator's connection has none.
const OWN_ACCOUNTS = `
  SELECT a.id, a.email, a.name, a.created_at, d.at AS departed_at,
         (SELECT c.at FROM totp_confirmation c JOIN totp_enrolment t ON t.id = c.enrolment_id WHERE t.account_id = a.id
           AND NOT EXISTS (SELECT 1 FROM totp_end e WHERE e.enrolment_id = t.id)) AS second_factor_since,
         ARRAY(SELECT r.role FROM account_role r WHERE r.account_id = a.id ORDER BY r.role) AS roles
  FROM account a LEFT JOIN account_departure d ON d.account_id = a.id
  WHERE a.organization_id = app.viewer_org()`;

/** Every statement about the people of the viewer's own organization. */
@Injectable()
export class AccountsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  page(after: string, limit: number): Promise<Account[]> {
    return this.transaction.query(`${OWN_ACCOUNTS} AND a.id > $1 ORDER BY a.id LIMIT $2`, [after, limit]);
  }

  async find(id: string): Promise<Account | undefined> {
    const [found] = await this.transaction.prepared<Account>(`${OWN_ACCOUNTS} AND a.id = $1`, [id]);
    return found;
  }

  /** The id of an account of the own organization, by its e-mail in lower case. */
  async findByEmail(email: string): Promise<string | undefined> {
    const sql = 'SELECT id FROM account WHERE email = $1 AND organization_id = app.viewer_org()';
    return (await this.transaction.one<{ id: string }>(sql, [email]))?.id;
  }

  /** The roles of who is signed in to a session at an instant; undefined once it has ended or the person has left. */
  async rolesIn(sessionId: string | undefined, accountId: string, at: Date): Promise<Role[] | undefined> {
    const sql = 'SELECT roles FROM app.session_acting($1, $2, $3)';
    return (await this.transaction.one<{ roles: Role[] }>(sql, [sessionId, accountId, at]))?.roles;
  }

  /** Ids of those who hold the role of administrator and have not left. */
  async administrators(): Promise<string[]> {
    const sql = `SELECT found.id FROM (${OWN_ACCOUNTS}) found
                 WHERE found.departed_at IS NULL AND 'administrator' = ANY (found.roles)`;
    return (await this.transaction.query<{ id: string }>(sql)).map(({ id }) => id);
  }

  /** @returns the new account's id, or undefined when the e-mail is taken */
  async add({ email, name, passwordHash, roles, by = this.actor }: NewAccount): Promise<string | undefined> {
    const { viewer, at } = this.transaction;
    const added = await this.transaction.one<{ id: string }>(
      `INSERT INTO account (id, organization_id, email, name, password_hash, created_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (email) DO NOTHING RETURNING id`,
      [newId(), viewer.organizationId, email, name, passwordHash, at, by ?? null],
    );
    if (added) await this.grant(added.id, roles, by);
    return added?.id;
  }

  /** Replaces the roles of an account. What she keeps she holds since when it was granted. */
  async replaceRoles(accountId: string, roles: readonly Role[]): Promise<void> {
    await this.transaction.manager.delete(AccountRoleRow, { accountId, role: Not(In(roles)) });
    await this.grant(accountId, roles, this.actor);
  }

  async addDeparture(accountId: string, reason: string): Promise<void> {
    const { at, person: recordedBy } = this.transaction;
    await this.transaction.manager.insert(AccountDepartureRow, { accountId, at, recordedBy, reason });
  }

  /** What a person of the own organization signs in with. */
  credentials(accountId: string): Promise<{ email: string; password_hash: string } | undefined> {
    const sql =
      'SELECT email, password_hash FROM account WHERE id = $1 AND organization_id = app.viewer_org()';
    return this.transaction.one(sql, [accountId]);
  }

  /** Sets the password of an account; the former hash is gone. */
  async setPassword(accountId: string, passwordHash: string): Promise<void> {
    const sql = 'UPDATE account SET password_hash = $2 WHERE id = $1 AND organization_id = app.viewer_org()';
    await this.transaction.query(sql, [accountId, passwordHash]);
  }

  private get actor(): string | undefined {
    return this.transaction.viewer.personId;
  }

  private async grant(accountId: string, roles: readonly Role[], by: string | undefined): Promise<void> {
    const { at: grantedAt } = this.transaction;
    const rows = roles.map((role) => ({ accountId, role, grantedAt, grantedBy: by ?? null }));
    await this.transaction.manager
      .createQueryBuilder()
      .insert()
      .into(AccountRoleRow)
      .values(rows)
      .orIgnore()
      .execute();
  }
}
