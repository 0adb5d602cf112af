import { Injectable } from '@nestjs/common';
import type { EntryKind } from '../record';
import { AgreementDesk } from './agreement-desk';
import { AgreementLog } from './agreement-log';
import { AgreementsStore, type FactDetails } from './agreements.store';
import type { Dossier, StoredFact } from './dossier';
import { iso } from './pause-view';
import { required } from './refuse';
import { amending, type Fact, under } from './rules/agreement';
import type { Command, NewFact } from './rules/command';
import { judge } from './rules/judge';

const ENTRY: Record<Fact['kind'], EntryKind> = {
  submitted: 'terms-submitted',
  approved: 'agreement-approved',
  signed: 'agreement-signed',
  rejected: 'terms-rejected',
  withdrawn: 'terms-withdrawn',
  notified: 'agreement-notified',
  corrected: 'terms-corrected',
  correction_confirmed: 'terms-correction-confirmed',
  entered_into_force: 'agreement-entered-into-force',
  notice_given: 'agreement-notice-given',
  ended: 'agreement-ended',
};

/** What an entry of the record says of a fact, to both sides. */
export function factEntry(agreement: Dossier, fact: NewFact, details: FactDetails): object {
  const terms = agreement.terms.find(({ number }) => number === fact.terms);
  const { parties, drafter } = under(agreement, fact.terms);
  const party = [...parties.map((one) => one.organization), drafter].find(({ id }) => id === fact.party);
  return {
    terms_version: fact.terms,
    canonical_sha256: terms?.sha256 ?? null,
    party: party?.handle,
    effective_at: iso(fact.effectiveAt),
    second_person_required: fact.secondPerson,
    on_behalf_of: details.onBehalfOf ?? null,
    reason: details.reason ?? null,
    ...(details.signedBy !== undefined && { signed_by: details.signedBy }),
    evidence_sha256: details.evidence ?? null,
  };
}

/** Whom a fact concerns. Who joins is told with the submission: of a draft that is withdrawn it never hears. */
function concerned(agreement: Dossier, { kind, terms }: NewFact): Dossier {
  const submitted = agreement.facts.some((one) => one.kind === 'submitted' && one.terms === terms);
  if (kind === 'withdrawn' && !submitted)
    return { ...agreement, parties: amending(agreement) as Dossier['parties'] };
  return under(agreement, terms);
}

/** The way of every fact: judged by the rules, stored, and appended to the record in the same transaction. */
@Injectable()
export class RecordFact {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly store: AgreementsStore,
    private readonly log: AgreementLog,
  ) {}

  /** @returns the agreement as it then stands @throws Refusal of the rules */
  async run(agreement: Dossier, command: Command, details: FactDetails): Promise<Dossier> {
    const { facts } = required(judge(agreement, command, await this.desk.actor(), this.desk.at));
    return this.keep(agreement, facts, details);
  }

  /** Stores facts that the rules allow, and appends them to the record. @returns the agreement as it then stands */
  async keep(agreement: Dossier, facts: readonly NewFact[], details: FactDetails): Promise<Dossier> {
    const recorded: StoredFact[] = [];
    for (const fact of facts) {
      const entries = await this.log.prepare(concerned(agreement, fact), {
        kind: ENTRY[fact.kind],
        shared: {
          ...factEntry(agreement, fact, details),
          recorded_at: iso(this.desk.at),
        },
      });
      recorded.push(await this.store.addFact(agreement, fact, details));
      await this.log.write(entries);
    }
    return this.desk.afterwards({ ...agreement, facts: [...agreement.facts, ...recorded] });
  }
}
