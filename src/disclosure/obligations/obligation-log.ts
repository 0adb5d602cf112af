import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { type EntryKind, SharingRecord } from '../../record';

export type Means = 'pull' | 'statement' | 'items' | 'certificate';

/** What is stated of an obligation besides that it is met. */
export interface Statement {
  kind: 'waived' | 'held' | 'disputed' | 'resumed';
  reason: string;
  until?: Date;
  /** The pause that is over. */
  ends?: string;
}

interface Held {
  id: string;
  log_id: string;
  agreement: string;
  kind: string;
  team: string;
  owner: string;
}

const ENTRY = {
  met: 'obligation/met',
  waived: 'obligation/waived',
  held: 'obligation/held',
  disputed: 'obligation/disputed',
  resumed: 'obligation/resumed',
} as const satisfies Record<string, EntryKind>;

/** States facts of obligations, each with its entry in the log of the relationship, which both sides read. */
@Injectable()
export class ObligationLog {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly record: SharingRecord,
  ) {}

  /** That sets are met; those that are closed already, or by somebody else meanwhile, are left. @returns the others */
  async met(
    ids: readonly string[],
    means: Means,
    { notice, statement }: { notice?: string; statement?: string } = {},
  ): Promise<string[]> {
    const held = await this.hold(ids);
    for (const [log, sets] of Map.groupBy(held, ({ log_id }) => log_id)) {
      const entry = newId();
      const [first] = sets as [Held, ...Held[]];
      await this.append(log, entry, 'met', first, {
        obligations: sets.map(({ id, kind }) => ({ obligation: id, kind })),
        ...{ means, notice, statement },
      });
      await this.add(sets, { kind: 'met', means, notice, reason: statement, entry });
    }
    return held.map(({ id }) => id);
  }

  /** @returns the id of the fact; undefined if the obligation was closed meanwhile */
  async state(id: string, { kind, reason, until, ends }: Statement): Promise<string | undefined> {
    const [found] = await this.hold([id]);
    if (!found) return undefined;
    const entry = newId();
    const shared = { obligations: [{ obligation: id, kind: found.kind }], reason, until };
    await this.append(found.log_id, entry, kind, found, shared);
    const [fact] = await this.add([found], { kind, reason, until, ends, entry });
    return fact;
  }

  /** Keeps the rows for this transaction, so that nothing is stated twice. */
  private hold(ids: readonly string[]): Promise<Held[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.transaction.prepared(
      `SELECT o.id, o.log_id, a.reference AS agreement, o.kind, team.handle AS team, owner.handle AS owner
       FROM obligation_live w JOIN obligation o ON o.id = w.obligation_id JOIN agreement a ON a.id = o.agreement_id
       JOIN organization team ON team.id = o.debtor_id JOIN organization owner ON owner.id = o.creditor_id
       WHERE w.obligation_id = ANY ($1) ORDER BY o.id FOR UPDATE OF w`,
      [ids],
    );
  }

  private async append(
    log: string,
    id: string,
    kind: keyof typeof ENTRY,
    { agreement, team, owner }: Held,
    rest: object,
  ): Promise<void> {
    const { organizationId, personId, apiKeyName } = this.transaction.viewer;
    await this.record.append({
      id,
      log,
      kind: ENTRY[kind],
      shared: { agreement, team, owner, ...rest, api_key: apiKeyName },
      sides: personId ? { [organizationId]: { person: personId } } : {},
    });
  }

  private async add(
    sets: readonly Held[],
    fact: {
      kind: keyof typeof ENTRY;
      entry: string;
      means?: Means;
      notice?: string;
      reason?: string;
      until?: Date;
      ends?: string;
    },
  ): Promise<string[]> {
    const { viewer, at } = this.transaction;
    const ids = sets.map(() => newId());
    await this.transaction.prepared(
      `INSERT INTO obligation_fact (id, obligation_id, kind, at, by_org, account_id, api_key_id, means, notice_id, until_at, ends_id, reason, entry_id)
       SELECT f.id, f.obligation, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 FROM unnest($1::uuid[], $2::uuid[]) AS f(id, obligation)`,
      [
        ...[ids, sets.map(({ id }) => id), fact.kind, at, viewer.organizationId],
        ...[viewer.personId ?? null, viewer.apiKeyId ?? null, fact.means ?? null, fact.notice ?? null],
        ...[fact.until ?? null, fact.ends ?? null, fact.reason ?? null, fact.entry],
      ],
    );
    return ids;
  }
}
