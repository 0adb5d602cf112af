import { Injectable } from '@nestjs/common';
import { Organizations } from '../organizations';
import { Refusal } from '../platform/refusal';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { AgreementDesk } from './agreement-desk';
import { AgreementLog } from './agreement-log';
import type { PartyDto, ProposalBody } from './agreements.dto';
import { AgreementsStore } from './agreements.store';
import { readClauses } from './description/read-clauses';
import type { Dossier } from './dossier';
import { readEntryCondition } from './entry-condition.dto';
import { millisOf } from './instant';
import { required, unless } from './refuse';
import { amending, type Direction, numberAmended, type Party } from './rules/agreement';
import { judgeJoining, judgeOfParent, judgeTerms } from './rules/drafting';
import { judgeProposal } from './rules/judge';
import { standing } from './rules/standing';
import { NamedConstituents } from './named-constituents';
import { filledFrom } from './filled-from';
import { HoldToParent, parentOf } from './hold-to-parent';
import { contentOf, makeTerms } from './terms-content';
import type { GrantDto } from './terms.dto';

/** A direction of the input by id. @throws Refusal 422 for an organization that is no party */
export function idsOfDirection(
  direction: { from: string; to: string },
  parties: readonly Party[],
  field: string,
): Direction {
  const idOf = (end: 'from' | 'to'): string => {
    const party = parties.find(({ organization }) => organization.handle === direction[end]);
    if (party) return party.organization.id;
    const message = 'must be the handle of a party of the agreement';
    throw Refusal.invalid({ field: `${field}.${end}`, rule: 'party', message });
  };
  return { from: idOf('from'), to: idOf('to') };
}

/** The same for each grant of terms. */
export const idsOfGrants = (
  grants: readonly GrantDto[],
  parties: readonly Party[],
  field: string,
): Direction[] => grants.map((grant, index) => idsOfDirection(grant, parties, `${field}.${index}`));

/** Parties of the input. @throws Refusal 422 for an organization that there is not */
export async function partiesOf(
  given: readonly PartyDto[],
  organizations: Organizations,
  field: string,
): Promise<Party[]> {
  const parties: Party[] = [];
  for (const [index, { organization: handle, roles }] of given.entries()) {
    const organization = await organizations.require(handle, `${field}.${index}.organization`);
    parties.push({ organization, roles });
  }
  return parties;
}

/** The grant of a direction in the latest terms that have entered into force, or are recorded to. */
export function predecessorIn(agreement: Dossier, at: number) {
  const entered = standing(agreement, at).versions.findLast(({ from }) => from !== null)?.number;
  const grants = agreement.terms.find(({ number }) => number === entered)?.grants ?? [];
  return (from: string, to: string): string | null =>
    grants.find((grant) => grant.from === from && grant.to === to)?.id ?? null;
}

/** Proposes new terms: an amendment, once all have approved and signed it. The terms in force stay untouched. */
@Injectable()
export class ProposeTerms {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly desk: AgreementDesk,
    private readonly organizations: Organizations,
    private readonly store: AgreementsStore,
    private readonly log: AgreementLog,
    private readonly named: NamedConstituents,
    private readonly held: HoldToParent,
  ) {}

  /** @throws Refusal 404, or of the rules */
  async run(reference: string, body: ProposalBody): Promise<Dossier> {
    const agreement = await this.desk.open(reference);
    const actor = await this.desk.actor();
    const { at } = this.desk;
    required(judgeProposal(agreement, actor, at));
    const above = await this.held.above(agreement.parent?.reference);
    const said = filledFrom(body, above);
    const before = amending(agreement);
    const joining = await partiesOf(body.joining ?? [], this.organizations, 'joining');
    const parties = [...before, ...joining];
    unless(
      judgeJoining(agreement.kind, before, joining) ?? judgeOfParent(parentOf(above), joining, 'joining'),
    );
    const grants = idsOfGrants(body.grants, parties, 'grants');
    const expiresAt = body.expires_at === undefined ? null : millisOf(body.expires_at);
    const entry = readEntryCondition(body.entry_condition, 'entry_condition');
    unless(judgeTerms(agreement.kind, parties, { expiresAt, entry, grants }, at));

    const otherClauses = readClauses(body.other_clauses, parties, '');
    const frame = { agreement: { ...agreement, parties }, entry, otherClauses };
    this.held.require(contentOf(said, frame), above, body.grants, '');
    const constituents = await this.named.in(said.grants, 'grants');
    const made = makeTerms(said, {
      ...frame,
      constituents,
      ...{ number: (agreement.terms.at(-1)?.number ?? 0) + 1, amends: numberAmended(agreement) },
      proposedBy: { person: actor.person, organization: actor.organization.id },
      at: this.transaction.at,
      predecessorOf: predecessorIn(agreement, at),
    });
    await this.store.addTerms(made.terms, made.grants, made.types, joining, made.clauses);
    const canonical_sha256 = made.terms.canonicalSha256.toString('hex');
    const shared = {
      ...{ terms_version: made.terms.number, canonical_sha256, party: actor.organization.handle },
      ...(body.joining && { joining: body.joining.map(({ organization }) => organization) }),
    };
    // Who joins is told with the submission: until then the text is not settled.
    await this.log.append({ ...agreement, parties: before }, { kind: 'terms-proposed', shared });
    return this.desk.read(reference);
  }
}
