import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/ids';
import { millisOf } from '../../../platform/instant';
import { type FieldError, Refusal } from '../../../platform/refusal';
import { ViewerTransaction } from '../../../platform/viewer-transaction';
import { SharingRecord } from '../../../record';
import { ObligationLog } from '../obligation-log';
import type { FileNoticeBody, NoticeCoversBody } from './notices.dto';
import { NoticesStore, type Relationship } from './notices.store';

const HOUR = 3_600_000;
type Covers = { from: Date | null; until: Date | null; disclosures: string[] };

/** A recipient tells the originator that it has destroyed what it received, lost it, or is compelled to disclose it. */
@Injectable()
export class FileNotice {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: NoticesStore,
    private readonly record: SharingRecord,
    private readonly log: ObligationLog,
  ) {}

  /**
   * Files a notice about a set. A certificate meets what it leaves nothing of.
   * @returns its id
   * @throws Refusal `notice/nothing-received`, 422 for fields that its kind needs or does not take, and for items that
   * never arrived
   */
  async run(body: FileNoticeBody): Promise<string> {
    const { kind, agreement, to, statement, authority, aware_at } = body;
    const knownAt = aware_at === undefined ? this.transaction.at : new Date(millisOf(aware_at));
    const relationship = await this.store.received(agreement, to, knownAt);
    if (!relationship)
      throw Refusal.conflict(
        'notice/nothing-received',
        `Your team has received nothing of ${to} under an agreement ${agreement}.`,
      );
    this.checkKind(body);
    const awareAt = aware_at === undefined ? null : this.past('aware_at', aware_at);
    const hours = kind === 'breach' ? relationship.breach_hours : null;
    const dueAt = hours === null ? null : new Date(awareAt!.getTime() + hours * HOUR);
    const covers = await this.covers(relationship, body.covers ?? {});
    const entry = newId();
    const id = await this.store.add({
      ...{ relationship, kind, statement, awareAt, dueAt, ...covers, entry },
      authority: authority ?? null,
    });
    await this.append(entry, relationship.log_id, id, body, covers);
    if (kind === 'destruction_certificate')
      await this.log.met(await this.store.certified(relationship.log_id), 'certificate', { notice: id });
    return id;
  }

  private async append(
    id: string,
    log: string,
    notice: string,
    { kind, agreement, to, statement, authority }: FileNoticeBody,
    { from, until, disclosures }: Covers,
  ): Promise<void> {
    const { organizationId, personId } = this.transaction.viewer;
    const sender = await this.transaction.one<{ handle: string }>(
      'SELECT handle FROM organization WHERE id = $1',
      [organizationId],
    );
    await this.record.append({
      ...{ id, log, kind: 'notice/filed' as const },
      shared: {
        ...{ notice, kind, agreement, team: sender?.handle, owner: to },
        ...{ covers_from: from, covers_until: until, disclosures },
      },
      content: { statement, authority },
      sides: { [organizationId]: { person: personId } },
    });
  }

  /** What only one kind takes, and needs. */
  private checkKind({ kind, aware_at: aware, authority }: FileNoticeBody): void {
    const faults: FieldError[] = [];
    const check = (field: string, value: string | undefined, of: FileNoticeBody['kind']) => {
      if (kind === of && value === undefined)
        faults.push({ field, rule: 'required', message: `is needed with kind=${kind}` });
      if (kind !== of && value !== undefined)
        faults.push({ field, rule: 'notice_kind', message: `is not for kind=${kind}` });
    };
    check('aware_at', aware, 'breach');
    check('authority', authority, 'compelled_disclosure');
    if (faults.length > 0) throw Refusal.invalid(...faults);
  }

  private async covers(
    { log_id: log }: Relationship,
    { from, until, items }: NoticeCoversBody,
  ): Promise<Covers> {
    if (items !== undefined) {
      if (from !== undefined || until !== undefined)
        throw Refusal.invalid({
          field: 'covers.items',
          rule: 'either',
          message: 'is instead of from and until',
        });
      const wanted = items.map((one) => one.toLowerCase());
      const found = await this.store.named(log, wanted);
      const unknown = wanted.findIndex((one) => found.every(({ item }) => item !== one));
      if (unknown !== -1)
        throw Refusal.invalid({
          field: `covers.items.${unknown}`,
          rule: 'arrived',
          message: 'must be an item that arrived under this agreement',
        });
      return { from: null, until: null, disclosures: found.map(({ disclosure }) => disclosure) };
    }
    const end = until === undefined ? this.transaction.at : this.past('covers.until', until);
    const begin = from === undefined ? null : new Date(millisOf(from));
    if (begin && begin >= end)
      throw Refusal.invalid({ field: 'covers.until', rule: 'after', message: 'must be later than from' });
    return { from: begin, until: end, disclosures: [] };
  }

  private past(field: string, text: string): Date {
    const instant = new Date(millisOf(text));
    if (instant <= this.transaction.at) return instant;
    throw Refusal.invalid({ field, rule: 'past', message: 'must not be in the future' });
  }
}
