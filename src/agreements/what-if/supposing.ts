import { Injectable } from '@nestjs/common';
import { Organizations } from '../../organizations';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { AgreementDesk } from '../agreement-desk';
import type { Dossier, StoredPause } from '../dossier';
import { FindPause } from '../find-pause';
import { HoldToParent } from '../hold-to-parent';
import { millisOf } from '../instant';
import { PausesStore } from '../pauses.store';
import { required } from '../refuse';
import type { Direction } from '../rules/agreement';
import type { Allowed } from '../rules/command';
import { pauseInterval } from '../rules/paused';
import { judgeStop } from '../rules/pausing';
import type { Refused } from '../rules/refusal';
import { earliestEntry, judgeSupposed, judgeSupposedResumption, type SupposedStep } from '../rules/supposing';
import { hypothesisOf, hypothesisOfResumption, hypothesisOfStop, type Supposed } from './hypothesis';
import { SightChangesStore } from './sight-changes.store';
import { typesIn, type WhatIfQuery } from './what-if.dto';

/** The rules name what a step is sent with; a question has one instant. */
const FIELD_OF_QUESTION: Record<string, string> = { effective_at: 'at', starts_at: 'at', ends_at: 'until' };

function possible(verdict: Allowed | Refused): void {
  if (verdict.allowed || verdict.field === undefined) return void required(verdict);
  const field = FIELD_OF_QUESTION[verdict.field] ?? verdict.field;
  required({ ...verdict, field });
}

/** Judges a step as if it were taken now, and says what it would put on record. Nothing is written. */
@Injectable()
export class Supposing {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly desk: AgreementDesk,
    private readonly organizations: Organizations,
    private readonly pauses: PausesStore,
    private readonly find: FindPause,
    private readonly changes: SightChangesStore,
    private readonly held: HoldToParent,
  ) {}

  /**
   * @param asked fits its step; see checkStep
   * @throws Refusal 404 for an agreement or pause that is absent or another's; what the step would be refused for
   */
  of(asked: WhatIfQuery): Promise<Supposed> {
    switch (asked.step) {
      case 'stop':
        return this.stop(asked);
      case 'resume':
        return this.resume(asked);
      case 'enter':
      case 'suspend':
      case 'end':
        return this.ofAgreement(asked);
    }
  }

  private async ofAgreement(asked: WhatIfQuery): Promise<Supposed> {
    const agreement = await this.desk.read(asked.agreement ?? '');
    const supposed = this.supposed(asked, agreement);
    possible(judgeSupposed(agreement, supposed, await this.desk.actor(), this.desk.at));
    if (supposed.step === 'enter') await this.held.requireStill(agreement, supposed.terms);
    const by = this.transaction.viewer.organizationId;
    return {
      teams: await this.changes.receivers(agreement.id),
      at: new Date(supposed.at),
      hypothesis: hypothesisOf(agreement, supposed, by, this.desk.at),
    };
  }

  private supposed(asked: WhatIfQuery, agreement: Dossier): SupposedStep {
    const at = asked.at === undefined ? this.desk.at : millisOf(asked.at);
    if (asked.step === 'enter') {
      const terms = asked.terms ?? 0;
      const first = earliestEntry(agreement, terms, this.desk.at);
      return { step: 'enter', terms, at: asked.at === undefined ? first : at };
    }
    if (asked.step === 'end') return { step: 'end', at };
    const until = asked.until === undefined ? null : millisOf(asked.until);
    const informationTypes = asked.information_types === undefined ? null : typesIn(asked.information_types);
    return { step: 'suspend', direction: direction(asked, agreement), informationTypes, at, until };
  }

  private async stop({ to = '' }: WhatIfQuery): Promise<Supposed> {
    const team = await this.organizations.require(to, 'to');
    const stopped = { from: this.transaction.viewer.organizationId, to: team.id };
    const granting = await this.pauses.agreementsGranting(stopped);
    possible(judgeStop(granting.length > 0, await this.pauses.stopsOf(stopped), stopped, this.desk.at));
    const hypothesis = hypothesisOfStop(stopped, this.desk.at);
    return { teams: [team.id], at: this.transaction.at, hypothesis };
  }

  /** A pause that has yet to begin is compared at its beginning: before, its end changes nothing. */
  private async resume({ pause: id = '' }: WhatIfQuery): Promise<Supposed> {
    const pause = await this.find.run(id);
    possible(judgeSupposedResumption(pause, this.desk.at));
    return {
      teams: await this.receiversOf(pause),
      at: new Date(Math.max(this.desk.at, pauseInterval(pause).from)),
      hypothesis: hypothesisOfResumption(pause, this.desk.at),
    };
  }

  private async receiversOf({ agreement, from, to }: StoredPause): Promise<string[]> {
    if (agreement !== null) return this.changes.receivers((await this.desk.read(agreement)).id);
    return to !== null && from === this.transaction.viewer.organizationId ? [to] : [];
  }
}

function direction({ from, to }: WhatIfQuery, { parties }: Dossier): Direction | null {
  if (from === undefined || to === undefined) return null;
  const idOf = (field: string, handle: string): string => {
    const party = parties.find(({ organization }) => organization.handle === handle);
    if (party) return party.organization.id;
    const message = 'must be the handle of a party of the agreement';
    throw Refusal.invalid({ field, rule: 'party', message });
  };
  return { from: idOf('from', from), to: idOf('to', to) };
}
