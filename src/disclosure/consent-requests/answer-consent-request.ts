import { Injectable } from '@nestjs/common';
import { millisOf } from '../../platform/instant';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { RefuseRequestBody } from '../requests/requests.dto';
import { ConsentRequestDesk } from './consent-request-desk';
import { ConsentRequestLog } from './consent-request-log';
import type { ConsentBody } from './consent-requests.dto';
import { ConsentRequestsStore, type StoredConsentRequest } from './consent-requests.store';
import { answerFaults, isAsAsked } from './rules/judge-consent-request';

/** An originator says what it consents to. What waits for it goes on at that instant, or never by this request. */
@Injectable()
export class AnswerConsentRequest {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly desk: ConsentRequestDesk,
    private readonly store: ConsentRequestsStore,
    private readonly log: ConsentRequestLog,
  ) {}

  /** @throws Refusal 404, `consent-request/not-originator`, `consent-request/over`, 422 for what is wider than asked */
  async grant(id: string, body: ConsentBody): Promise<void> {
    const request = await this.desk.toAnswer(id);
    const until = body.until === undefined ? undefined : millisOf(body.until);
    const given = { scope: body.scope, teams: body.teams, until };
    const asked = {
      scope: request.scope,
      inWords: request.in_words !== null,
      until: request.wanted_until.getTime(),
    };
    const faults = answerFaults(asked, given, this.transaction.at.getTime());
    if (faults.length > 0)
      throw Refusal.invalid(...faults.map((one) => ({ ...one, message: `${one.field} ${one.message}` })));
    const scope = body.scope ?? request.scope;
    const teams = await this.teams(request, body.teams ?? []);
    const ends = until === undefined ? request.wanted_until : new Date(until);
    await this.store.grant(id, { scope, asAsked: isAsAsked(asked, given), teams, until: ends });
    await this.log.append(request, {
      kind: 'consent-request/granted',
      shared: { scope, until: ends.toISOString() },
      ...(body.teams && { content: { teams: body.teams } }),
    });
  }

  /** The reason may be withheld. @throws Refusal 404, `consent-request/not-originator`, `consent-request/over` */
  async refuse(id: string, { reason_code, reason, tell_reason }: RefuseRequestBody): Promise<void> {
    const request = await this.desk.toAnswer(id);
    await this.store.refuse(id, reason_code, reason ?? null, tell_reason);
    const why = { reason_code, reason };
    await this.log.append(request, {
      kind: 'consent-request/refused',
      ...(tell_reason ? { shared: why } : { own: why }),
    });
  }

  private async teams(request: StoredConsentRequest, handles: readonly string[]): Promise<string[]> {
    const found = new Map((await this.store.teams(handles)).map((team) => [team.asked, team]));
    const faults = handles.flatMap((handle, n) => {
      const team = found.get(handle);
      const among = request.scope !== 'teams' || request.teams.includes(team?.handle ?? '');
      if (team && among && team.id !== request.requester_id && team.id !== request.originator_id) return [];
      const message = among
        ? 'must be the handle of a team, other than your own and the one that asks'
        : 'must be among the teams that were asked for';
      return [{ field: `teams.${n}`, rule: among ? 'organization' : 'wider', message }];
    });
    if (faults.length > 0) throw Refusal.invalid(...faults);
    return [...new Set([...found.values()].map((team) => team.id))];
  }
}
