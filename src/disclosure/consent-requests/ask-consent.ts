import { Injectable } from '@nestjs/common';
import { millisOf } from '../../platform/instant';
import { type FieldError, Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { ConsentsStore } from '../consents/consents.store';
import { ItemsStore } from '../items/items.store';
import { Promises } from '../responding/promised';
import { ConsentRequestLog } from './consent-request-log';
import type { AskConsentBody } from './consent-requests.dto';
import { ConsentRequestsStore } from './consent-requests.store';
import { DerivedItems } from './derived-items';
import { type HeldItem, HeldItems } from './held-items';
import { ReadConsentRequests } from './read-consent-requests';

const LONGEST = 366 * 86_400_000;
const fault = (field: string, rule: string, message: string): FieldError => ({ field, rule, message });

/** Asks the originator of what the viewer's team has that it may go on. Nobody else learns of it. */
@Injectable()
export class AskConsent {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly items: ItemsStore,
    private readonly consents: ConsentsStore,
    private readonly held: HeldItems,
    private readonly derived: DerivedItems,
    private readonly store: ConsentRequestsStore,
    private readonly requests: ReadConsentRequests,
    private readonly log: ConsentRequestLog,
    private readonly promises: Promises,
  ) {}

  /**
   * @returns the id of the request
   * @throws Refusal 422 naming fields, `consent-request/free`, `consent-request/not-derived`,
   * `consent-request/other-source`, `consent-request/consent-recorded`, `item/withdrawn`
   */
  async run(body: AskConsentBody): Promise<string> {
    // A release of what waits and this cannot miss each other. The wait renews the instant.
    await this.transaction.lock(`originator:${this.transaction.viewer.organizationId}`);
    const [until, openUntil] = this.instants(body);
    const held = await this.held.require(body.item, 'item');
    if (held.tlp === 'CLEAR')
      throw Refusal.conflict('consent-request/free', 'The item is TLP:CLEAR: nobody’s consent is needed.');
    const teams = await this.teamsOf(body, held);
    const itemId = await this.waiting(body, held);
    const { viewer } = this.transaction;
    const { response: promised } = await this.promises.of(
      held.originatorId,
      viewer.organizationId,
      held.severity,
    );
    const id = await this.store.add({
      promised,
      ...{ originatorId: held.originatorId, sourceId: held.sourceId, sourceKind: held.kind, itemId },
      ...{ scope: body.scope, teams: teams.map((team) => team.id), inWords: body.teams_in_words ?? null },
      ...{ why: body.why, until: new Date(until), openUntil: new Date(openUntil) },
    });
    const request = await this.requests.require(id);
    const named = request.in_words === null ? { teams: request.teams } : { teams_in_words: request.in_words };
    await this.log.append(request, {
      kind: 'consent-request/asked',
      shared: {
        scope: request.scope,
        until: request.wanted_until.toISOString(),
        open_until: request.open_until.toISOString(),
        ...(promised && { respond_by: promised.due.toISOString(), promised_under: promised.agreement }),
      },
      content: { why: request.why, ...(request.scope === 'teams' && named) },
      own: {
        waiting: request.waiting_reference,
        ...(request.in_words !== null && { teams: request.teams }),
      },
    });
    return id;
  }

  private instants({ until, answer_by }: AskConsentBody): [number, number] {
    const now = this.transaction.at.getTime();
    const [wanted, answered] = [millisOf(until), millisOf(answer_by)];
    const faults = [
      ...(wanted > now ? [] : [fault('until', 'future', 'until must lie in the future')]),
      ...(answered > now ? [] : [fault('answer_by', 'future', 'answer_by must lie in the future')]),
      ...(answered - now <= LONGEST
        ? []
        : [fault('answer_by', 'longest', 'answer_by must be at most 366 days ahead')]),
    ];
    if (faults.length > 0) throw Refusal.invalid(...faults);
    return [wanted, answered];
  }

  /** @throws Refusal 422 for what is no other team, and for what belongs to another scope */
  private async teamsOf({ scope, teams, teams_in_words }: AskConsentBody, { originatorId }: HeldItem) {
    if (scope !== 'teams') {
      const faults = [
        ...(teams === undefined
          ? []
          : [fault('teams', 'not-for-scope', 'teams are for the scope `teams` alone')]),
        ...(teams_in_words === undefined
          ? []
          : [fault('teams_in_words', 'not-for-scope', 'teams_in_words is for the scope `teams` alone')]),
      ];
      if (faults.length > 0) throw Refusal.invalid(...faults);
      return [];
    }
    if (teams === undefined)
      throw Refusal.invalid(fault('teams', 'required', 'teams must name the teams that are to have it'));
    const found = new Map((await this.store.teams(teams)).map((team) => [team.asked, team]));
    const own = this.transaction.viewer.organizationId;
    const faults = teams.flatMap((handle, n) => {
      const team = found.get(handle);
      if (!team) return [fault(`teams.${n}`, 'organization', 'must be the handle of a team')];
      if (team.id === own || team.id === originatorId)
        return [fault(`teams.${n}`, 'other-team', 'must be another team than the originator and your own')];
      return [];
    });
    if (faults.length > 0) throw Refusal.invalid(...faults);
    return [...new Map([...found.values()].map((team) => [team.id, team])).values()];
  }

  /** The own advisory that waits; none where constituents get the item itself. */
  private async waiting({ for: typed, scope }: AskConsentBody, held: HeldItem): Promise<string | null> {
    if (scope === 'constituents') {
      if (typed === undefined) return null;
      const message =
        'for is left out for `constituents`: they get the item itself, which your team passes on';
      throw Refusal.invalid(fault('for', 'not-for-scope', message));
    }
    const id = typed === undefined ? undefined : await this.held.idOf(typed, 'for');
    if (id === undefined || !(await this.items.item(id, 'advisory'))) {
      const message = 'for must be an advisory of your own that holds the item, by its id or reference';
      throw Refusal.invalid({ field: 'for', rule: 'own-advisory', message });
    }
    if (await this.items.withdrawal(id))
      throw Refusal.conflict(
        'item/withdrawn',
        'Your advisory is withdrawn: nothing of it is shared any more.',
      );
    if (!(await this.consents.isThirdParty(id)))
      throw Refusal.conflict(
        'consent-request/not-derived',
        'No version of your advisory holds another’s content. Draft it with `derived_from`, or import the document.',
      );
    await this.derived.declare(id, held);
    return id;
  }
}
