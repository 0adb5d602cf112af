import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { AgreementDesk } from '../agreement-desk';
import { CorrigendumRow } from '../agreement.entity';
import { AgreementsStore } from '../agreements.store';
import { readClauses } from '../description/read-clauses';
import type { Dossier } from '../dossier';
import { readEntryCondition } from '../entry-condition.dto';
import { millisOf } from '../instant';
import { NamedConstituents } from '../named-constituents';
import { idsOfGrants, predecessorIn } from '../propose-terms';
import { RecordFact } from '../record-fact';
import { required, unless } from '../refuse';
import { amending } from '../rules/agreement';
import { compareTerms } from '../rules/compare-terms';
import { judgeCorrigendum, needsCounterpart } from '../rules/correcting';
import { judgeTerms } from '../rules/drafting';
import { standing } from '../rules/standing';
import { wider } from '../rules/wider';
import { filledFrom } from '../filled-from';
import { HoldToParent } from '../hold-to-parent';
import { makeTerms, storedContent } from '../terms-content';
import type { CorrigendumBody } from './corrigendum.dto';

/**
 * Mends how the unchanged text of the terms in force was encoded. What only narrows takes effect at once; what widens
 * anything waits for a second person and for the other side.
 */
@Injectable()
export class CorrectTerms {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly desk: AgreementDesk,
    private readonly store: AgreementsStore,
    private readonly record: RecordFact,
    private readonly named: NamedConstituents,
    private readonly held: HoldToParent,
  ) {}

  /** @throws Refusal 404, or of the rules */
  async run(
    reference: string,
    { reason, clause, evidence_sha256, ...encoded }: CorrigendumBody,
  ): Promise<Dossier> {
    const agreement = await this.desk.open(reference);
    await this.desk.holdServingOf(agreement); // it may narrow what is served
    const actor = await this.desk.actor();
    const { at } = this.desk;
    const inForce = standing(agreement, at).inForce?.number;
    const former = agreement.terms.find(({ number }) => number === inForce) ?? agreement.terms.at(-1)!;
    const parties = amending(agreement);
    const above = await this.held.above(agreement.parent?.reference);
    const said = filledFrom(encoded, above);
    const grants = idsOfGrants(said.grants, parties, 'grants');
    const expiresAt = said.expires_at === undefined ? null : millisOf(said.expires_at);
    const entry = readEntryCondition(said.entry_condition, 'entry_condition');
    const made = makeTerms(said, {
      constituents: await this.named.in(said.grants, 'grants'),
      ...{ entry, otherClauses: readClauses(said.other_clauses, parties, '') },
      agreement: { ...agreement, parties },
      ...{ number: (agreement.terms.at(-1)?.number ?? 0) + 1, amends: former.number },
      proposedBy: { person: actor.person, organization: actor.organization.id },
      at: this.transaction.at,
      predecessorOf: predecessorIn(agreement, at),
    });
    const before = storedContent(agreement, former);
    const correction = {
      differences: compareTerms(before, made.content),
      widens: wider(made.content, before).length > 0,
    };
    required(judgeCorrigendum(agreement, correction, actor, at));
    unless(judgeTerms(agreement.kind, parties, { expiresAt, entry, grants }, at));
    this.held.require(made.content, above, encoded.grants, '');
    await this.store.addTerms(made.terms, made.grants, made.types, [], made.clauses);
    const row: CorrigendumRow = {
      ...{ termsVersionId: made.terms.id, agreementId: agreement.id, correctsId: former.id, reason, clause },
      evidenceSha256: evidence_sha256 === undefined ? null : Buffer.from(evidence_sha256, 'hex'),
      needsCounterpart: needsCounterpart(agreement, former, correction, actor),
    };
    await this.transaction.manager.insert(CorrigendumRow, row);
    const drawn = await this.desk.read(reference);
    const details = { reason, evidence: evidence_sha256 };
    await this.record.run(drawn, { do: 'correct', terms: made.terms.number }, details);
    if (!row.needsCounterpart) await this.store.afterEntryIntoForce(made.terms.id);
    return this.desk.read(reference);
  }
}
