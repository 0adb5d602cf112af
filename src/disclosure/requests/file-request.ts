import { Injectable } from '@nestjs/common';
import { millisOf } from '../../platform/instant';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { Promises, type Service } from '../responding/promised';
import { ReadRequests } from './read-requests';
import { RequestLog } from './request-log';
import type { FileRequestBody } from './requests.dto';
import { RequestsStore } from './requests.store';

const LONGEST = 366 * 86_400_000;

/** As the record tells it; nothing where nothing is promised. */
const promisedOf = ({ response, updates }: Service) => ({
  ...(response && { respond_by: response.due, promised_under: response.agreement }),
  ...(updates && { update_hours: updates.hours }),
});

@Injectable()
export class FileRequest {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: RequestsStore,
    private readonly requests: ReadRequests,
    private readonly log: RequestLog,
    private readonly promises: Promises,
  ) {}

  /**
   * Asks a team for information. Only a team that gives the own one something under an agreement in force is asked.
   * @returns the id of the request
   * @throws Refusal `request/no-agreement`, 422 for an unknown or the own team and for an instant out of bounds
   */
  async run({ to, subject, details, open_until, severity: said }: FileRequestBody): Promise<string> {
    const { at, viewer } = this.transaction;
    const severity = said ?? null;
    const openUntil = this.until(open_until);
    const addressee = await this.store.team(to);
    if (!addressee)
      throw Refusal.invalid({
        field: 'to',
        rule: 'organization',
        message: 'must be the handle of an organization',
      });
    if (addressee.id === viewer.organizationId)
      throw Refusal.invalid({ field: 'to', rule: 'otherTeam', message: 'must be another team' });
    const granting = await this.store.grantingAt(addressee.id, viewer.organizationId, at);
    if (granting.length === 0)
      throw Refusal.conflict(
        'request/no-agreement',
        `No agreement is in force under which ${addressee.handle} shares with your team.`,
      );
    const service = await this.promises.of(addressee.id, viewer.organizationId, severity);
    const id = await this.store.file({
      addresseeId: addressee.id,
      subject,
      details: details ?? null,
      openUntil,
      severity,
      service,
    });
    await this.log.append(await this.requests.require(id), {
      kind: 'request-filed',
      shared: {
        open_until: openUntil,
        ...(severity && { severity }),
        ...promisedOf(service),
      },
      content: { subject, details },
    });
    return id;
  }

  private until(text: string): Date {
    const instant = new Date(millisOf(text));
    const ahead = instant.getTime() - this.transaction.at.getTime();
    if (ahead > 0 && ahead <= LONGEST) return instant;
    const message = ahead > 0 ? 'must be at most 366 days ahead' : 'must be in the future';
    throw Refusal.invalid({ field: 'open_until', rule: ahead > 0 ? 'longest' : 'future', message });
  }
}
