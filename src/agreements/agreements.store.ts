import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { QueryFailedError } from 'typeorm';
import { Refusal } from '../platform/refusal';
import { containsWords } from '../platform/search-words';
import { ViewerTransaction } from '../platform/viewer-transaction';
import * as rows from './agreement.entity';
import { TermsClauseRow } from './description/description.entity';
import type { Dossier, StoredFact } from './dossier';
import { dossierObject } from './dossier.sql';
import type { Party } from './rules/agreement';
import type { NewFact } from './rules/command';

/** What accompanies a fact: on whose behalf it is recorded, why, and the hash of the evidence in hex. */
export interface FactDetails {
  onBehalfOf?: string | undefined;
  reason?: string | undefined;
  evidence?: string | undefined;
  /** Who put her name to it, of a signature. */
  signedBy?: string | undefined;
}

/** Two that did the same at once: the second is told so, and nothing of it stays. */
export async function orConflict<T>(work: Promise<T>, refusal: Refusal): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code } = error instanceof QueryFailedError ? (error.driverError as { code?: string }) : {};
    throw code === '23505' ? refusal : error;
  }
}

const concurrent = () =>
  Refusal.conflict('agreement/recorded-already', 'The same was recorded a moment ago. Read it again.');

/** Every statement about agreements, their terms and their facts; pauses have a store of their own. */
@Injectable()
export class AgreementsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** The agreement of a reference, if the viewer's organization is party to it or drafted it. */
  async find(reference: string): Promise<Dossier | undefined> {
    const sql = `SELECT ${dossierObject} AS dossier FROM agreement a WHERE a.reference = $1`;
    const [row] = await this.transaction.prepared<{ dossier: Dossier }>(sql, [reference]);
    return row?.dossier;
  }

  /** Id of the agreement of a reference, before it is locked and read. */
  async idOf(reference: string): Promise<string | undefined> {
    const sql = 'SELECT id FROM agreement WHERE reference = $1';
    return (await this.transaction.one<{ id: string }>(sql, [reference]))?.id;
  }

  /** The viewer's agreements with a reference after the given one, in the order of references. */
  async page(
    after: string,
    { kind, text }: { kind: string | null; text: string | null },
    limit: number,
  ): Promise<Dossier[]> {
    const found = await this.transaction.query<{ dossier: Dossier }>(
      `SELECT ${dossierObject} AS dossier FROM agreement a
       WHERE a.reference > $1 COLLATE "C" AND ($2::text IS NULL OR a.kind = $2)
         AND ${containsWords('$4', "a.reference || ' ' || a.title")}
       ORDER BY a.reference COLLATE "C" LIMIT $3`,
      [after, kind, limit, text],
    );
    return found.map(({ dossier }) => dossier);
  }

  /** Whether the viewer reads all of an agreement: as a party since the draft, or as who drafted it. */
  async readsWhole(id: string): Promise<boolean> {
    const sql = 'SELECT $1 = ANY (app.viewer_whole_agreements()) AS whole';
    return (await this.transaction.one<{ whole: boolean }>(sql, [id]))?.whole ?? false;
  }

  /** @throws Refusal `agreement/reference-taken` */
  async addAgreement(
    agreement: rows.AgreementRow,
    parties: readonly rows.AgreementPartyRow[],
  ): Promise<void> {
    const { manager } = this.transaction;
    const taken = Refusal.conflict('agreement/reference-taken', 'This reference is taken.');
    await orConflict(manager.insert(rows.AgreementRow, agreement), taken);
    await manager.insert(rows.AgreementPartyRow, [...parties]);
  }

  /** @param joining who joins the agreement with these terms */
  async addTerms(
    terms: rows.TermsVersionRow,
    grants: readonly rows.ExchangeGrantRow[],
    types: readonly rows.GrantInformationTypeRow[],
    joining: readonly Party[] = [],
    clauses: readonly TermsClauseRow[] = [],
  ): Promise<void> {
    const { manager } = this.transaction;
    await orConflict(manager.insert(rows.TermsVersionRow, terms), concurrent());
    const { id: termsVersionId, agreementId } = terms;
    const accessions = joining.flatMap(({ organization: { id: organizationId }, roles }) =>
      roles.map((role): rows.AccessionRow => ({ termsVersionId, agreementId, organizationId, role })),
    );
    if (accessions.length > 0) await manager.insert(rows.AccessionRow, accessions);
    if (clauses.length > 0) await manager.insert(TermsClauseRow, [...clauses]);
    if (grants.length === 0) return;
    await manager.insert(rows.ExchangeGrantRow, [...grants]);
    await manager.insert(rows.GrantInformationTypeRow, [...types]);
  }

  /** Records a fact, now. Its id is random: it is shown to the parties and tells no time. */
  async addFact(agreement: Dossier, fact: NewFact, details: FactDetails): Promise<StoredFact> {
    const id = randomUUID();
    const { at, person, viewer, manager } = this.transaction;
    const terms = agreement.terms.find(({ number }) => number === fact.terms);
    const row: rows.AgreementFactRow = {
      id,
      agreementId: agreement.id,
      termsVersionId: terms?.id ?? null,
      kind: fact.kind,
      partyId: fact.party,
      effectiveAt: new Date(fact.effectiveAt),
      recordedAt: at,
      recordedBy: person,
      recordedByOrg: viewer.organizationId,
      onBehalfOf: details.onBehalfOf ?? null,
      reason: details.reason ?? null,
      signedBy: details.signedBy ?? null,
      evidenceSha256: details.evidence ? Buffer.from(details.evidence, 'hex') : null,
      secondPersonRequired: fact.secondPerson,
    };
    await orConflict(manager.insert(rows.AgreementFactRow, row), concurrent());
    const { onBehalfOf, recordedByOrg } = row;
    return {
      ...{ ...fact, id, recordedAt: at.getTime(), recordedBy: person, recordedByOrg, confirmedAt: null },
      ...{ person: viewer.personName ?? null, confirmedByPerson: null, onBehalfOf },
      ...{ reason: details.reason ?? null, evidence: details.evidence ?? null, signedBy: row.signedBy },
    };
  }

  async addConfirmation(factId: string): Promise<void> {
    const { at, person, manager } = this.transaction;
    const row: rows.AgreementFactConfirmationRow = { factId, confirmedBy: person, confirmedAt: at };
    await orConflict(manager.insert(rows.AgreementFactConfirmationRow, row), concurrent());
  }

  /** Begins to match what was released with the terms' grants; see app.after_signature. */
  async afterSignature(termsId: string): Promise<void> {
    await this.transaction.query('SELECT app.after_signature($1, $2)', [termsId, this.transaction.at]);
  }

  async afterEntryIntoForce(termsId: string): Promise<void> {
    await this.transaction.query('SELECT app.after_entry_into_force($1, $2)', [termsId, this.transaction.at]);
  }

  async afterEnd(agreementId: string, effectiveAt: Date): Promise<void> {
    await this.transaction.query('SELECT app.after_end($1, $2)', [agreementId, effectiveAt]);
  }
}
