import { Injectable } from '@nestjs/common';
import { millisOf } from '../../platform/instant';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { decide } from '../rules/decide';
import { type Past, questionAt } from './as-then';
import { Asking, howAsked, onlySaid, type Through } from './asking';
import { differences, presentRecorded } from './compare-recorded';
import type { ReplayView } from './decision.view';
import { decisionView } from './in-words';
import type { ReplayQuery } from './questions.dto';
import { type AskedItem, type AskedTeam, type AskedVersion, QuestionsStore } from './questions.store';
import { RecordedDecisionStore, type RecordedRow } from './recorded-decision.store';

/** Answers to the owner whether a team might see a version at a past instant, as things stood then. */
@Injectable()
export class ReplayDecision {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: QuestionsStore,
    private readonly recorded: RecordedDecisionStore,
    private readonly asking: Asking,
  ) {}

  /** @throws Refusal `not-found` as for explain; 422 for an instant to come, or before the version was made */
  async execute(asked: ReplayQuery, through: Through = 'rest'): Promise<ReplayView> {
    const item = await this.store.item(asked.item);
    const team = await this.store.team(asked.team);
    const person = await this.store.person(asked.person, team);
    const at = new Date(millisOf(asked.at));
    const version = await this.versionAt(item, asked.version, at);
    const found = await this.store.grants(team);
    const past: Past = {
      item: await this.store.itemFacts(version),
      grants: found.map(({ facts }) => facts),
      happened: await this.store.happened([...new Set(found.map((one) => one.agreementId))], team),
    };
    const question = questionAt(team, person?.id ?? null, at.getTime(), past, howAsked(asked));
    const answered = { item, version, team, person, question, decision: decide(question) };
    const row = await this.recorded.last(version, team, person, at);
    await this.asking.writeDown(
      {
        ...{ question: 'replay', item: item.id, version: version.number, team: team.handle },
        ...(person && { asked_of: person.id }),
        at: at.toISOString(),
        ...onlySaid(asked),
      },
      through,
    );
    const view = decisionView(answered, await this.asking.handles([answered]));
    return {
      ...view,
      recorded: row ? presentRecorded(row) : null,
      differences: row ? compare(row, team, past) : [],
    };
  }

  private async versionAt(item: AskedItem, number: number | undefined, at: Date): Promise<AskedVersion> {
    if (at.getTime() > this.transaction.at.getTime()) throw fault('past', 'must not lie in the future');
    const version = await this.store.version(item, number, at);
    if (version) return version;
    if (!(await this.store.version(item, number, null))) throw Refusal.notFound();
    throw fault('version-made', 'must not be before the version was made');
  }
}

/** A disclosure is compared with the question of whom it was made to, at its own instant, as it was asked for then. */
function compare(row: RecordedRow, team: AskedTeam, past: Past): ReplayView['differences'] {
  const whom = row.teamId === team.id ? team : { id: row.teamId, parent: null };
  const question = questionAt(whom, row.personId, row.at.getTime(), past, howAsked(row.decision));
  return differences(presentRecorded(row), decide(question));
}

const fault = (rule: string, message: string): Refusal => Refusal.invalid({ field: 'at', rule, message });
