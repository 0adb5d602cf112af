import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { decide } from '../rules/decide';
import type { Question } from '../rules/question';
import { Asking, howAsked, onlySaid, type Through } from './asking';
import type { DecisionView } from './decision.view';
import { decisionView } from './in-words';
import type { ExplainQuery } from './questions.dto';
import { QuestionsStore } from './questions.store';

/** Explains to the owner why a team may see a version of its item now, or may not. */
@Injectable()
export class ExplainDecision {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: QuestionsStore,
    private readonly asking: Asking,
  ) {}

  /** @throws Refusal `not-found`, the same for items, versions, teams and persons that are absent or another's */
  async execute(asked: ExplainQuery, through: Through = 'rest'): Promise<DecisionView> {
    const item = await this.store.item(asked.item);
    const team = await this.store.team(asked.team);
    const person = await this.store.person(asked.person, team);
    const { at } = this.transaction;
    const version = await this.store.version(item, asked.version, at);
    if (!version) throw Refusal.notFound();
    const grants = await this.store.grants(team);
    const question: Question = {
      reader: team.id,
      person: person?.id ?? null,
      parent: team.parent,
      at: at.getTime(),
      subject: 'content',
      item: await this.store.itemFacts(version),
      grants: grants.map(({ facts }) => facts),
      received: false,
      ...howAsked(asked),
    };
    const answered = { item, version, team, person, question, decision: decide(question) };
    await this.asking.writeDown(
      {
        ...{ question: 'explain', item: item.id, version: version.number, team: team.handle },
        ...(person && { asked_of: person.id }),
        ...onlySaid(asked),
      },
      through,
    );
    return decisionView(answered, await this.asking.handles([answered]));
  }
}
