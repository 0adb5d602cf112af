import { Injectable } from '@nestjs/common';
import { SightStore } from '../../disclosure';
import { Organizations } from '../../organizations';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { AgreementDesk } from '../agreement-desk';
import type { Dossier } from '../dossier';
import { millisOf } from '../instant';
import { PausesStore } from '../pauses.store';
import { required } from '../refuse';
import type { Direction } from '../rules/agreement';
import type { Allowed } from '../rules/command';
import { judgeStop } from '../rules/pausing';
import type { Refused } from '../rules/refusal';
import { judgeSupposed, type SupposedStep } from '../rules/supposing';
import { HoldStill } from './hold-still';
import { checkStep } from './read-step';
import { SightChangesStore } from './sight-changes.store';
import { SupposeStep } from './suppose-step';
import type { WhatIfQuery } from './what-if.dto';

/** A step that may be taken: whose sight it changes, from when, and how its facts are recorded. */
interface Prepared {
  teams: string[];
  at: Date;
  suppose: () => Promise<void>;
}

/** While a step is supposed: the teams that are concerned, and the instant of which is asked. */
export interface Supposed {
  teams: readonly string[];
  at: Date;
}

/** The rules name what a step is sent with; a question has one instant. */
const FIELD_OF_QUESTION: Record<string, string> = { effective_at: 'at', starts_at: 'at' };

function possible(verdict: Allowed | Refused): void {
  if (verdict.allowed || verdict.field === undefined) return void required(verdict);
  const field = FIELD_OF_QUESTION[verdict.field] ?? verdict.field;
  required({ ...verdict, field });
}

/** Carries a step out inside a savepoint, lets its consequences be looked at, and takes it back. */
@Injectable()
export class Supposing {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly desk: AgreementDesk,
    private readonly organizations: Organizations,
    private readonly pauses: PausesStore,
    private readonly sight: SightStore,
    private readonly changes: SightChangesStore,
    private readonly step: SupposeStep,
    private readonly still: HoldStill,
  ) {}

  /**
   * @param look asked while the step is supposed and what was seen without it is kept
   * @throws Refusal 404 for an agreement that is absent or another's, 422 for parameters that do not fit the step;
   * what the step would be refused for; 409 while a step of the agreement is being recorded
   */
  async run<T>(asked: WhatIfQuery, look: (supposed: Supposed) => Promise<T>): Promise<T> {
    checkStep(asked);
    const agreement = asked.agreement === undefined ? null : await this.desk.read(asked.agreement);
    await this.still.hold(agreement?.id ?? null);
    const { teams, at, suppose } =
      asked.agreement === undefined ? await this.stop(asked) : await this.ofAgreement(asked, asked.agreement);
    return this.sight.takenBack(async () => {
      await this.changes.keep(teams, at);
      await suppose();
      return look({ teams, at });
    });
  }

  private async ofAgreement(asked: WhatIfQuery, reference: string): Promise<Prepared> {
    const agreement = await this.desk.read(reference);
    const supposed = this.supposed(asked, agreement);
    possible(judgeSupposed(agreement, supposed, await this.desk.actor(), this.desk.at));
    return {
      teams: await this.changes.receivers(agreement.id),
      at: new Date(supposed.at),
      suppose: () => this.step.ofAgreement(agreement, supposed),
    };
  }

  private supposed(asked: WhatIfQuery, agreement: Dossier): SupposedStep {
    const at = asked.at === undefined ? this.desk.at : millisOf(asked.at);
    if (asked.step === 'enter') return { step: 'enter', terms: asked.terms ?? 0, at };
    if (asked.step === 'end') return { step: 'end', at };
    return { step: 'suspend', direction: direction(asked, agreement), at };
  }

  private async stop({ to = '' }: WhatIfQuery): Promise<Prepared> {
    const team = await this.organizations.require(to, 'to');
    const stopped = { from: this.transaction.viewer.organizationId, to: team.id };
    const granting = await this.pauses.agreementsGranting(stopped);
    possible(judgeStop(granting.length > 0, await this.pauses.stopsOf(stopped), stopped, this.desk.at));
    return { teams: [team.id], at: this.transaction.at, suppose: () => this.step.stop(stopped) };
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
