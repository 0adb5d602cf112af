import { grantContent } from './grant-content';
import { obligationsInWords, presentSurvives, survivalAfter } from '../disclosure';
import type {
  AgreementSummary,
  AgreementView,
  FactView,
  MatchingView,
  PartyView,
  StateView,
  TermsView,
  SurvivingView,
} from './agreement-view';
import type { OtherClauseDto } from './clauses.dto';
import { presentDescription } from './description/description.view';
import { presentLink } from './succession/succession.view';
import { presentCorrigendum } from './corrigendum/corrigendum.view';
import { presentText } from './texts/text.view';
import type { Dossier, NamedParty, StoredFact, StoredMatching, StoredTerms } from './dossier';
import { iso, isoOrNull, presentPause, typesOrNull } from './pause-view';
import { entryContent } from './terms-content';
import { entryState } from './rules/entry-condition';
import { nextSteps } from './rules/next-steps';
import { countsFrom, type Standing, standing } from './rules/standing';
import { grantInWords } from './rules/terms-in-words';

/** Handles and names of those an agreement mentions, the organizations that only drafted or recorded included. */
class Names {
  private readonly known: ReadonlyMap<string, { handle: string; name: string }>;
  constructor({ parties, terms, drafter }: Dossier) {
    const all = [{ parties }, ...terms].flatMap((one) => one.parties.map(({ organization }) => organization));
    this.known = new Map([...all, drafter].map((one) => [one.id, one]));
  }
  handleOf = (id: string): string => this.known.get(id)?.handle ?? '';
  nameOf = (handle: string): string =>
    [...this.known.values()].find((one) => one.handle === handle)?.name ?? handle;
}

function presentState(now: Standing, names: Names, at: number): StateView {
  return {
    at: iso(at),
    statements: now.statements,
    in_force: now.inForce !== null,
    terms_version: now.inForce?.number ?? null,
    in_force_since: isoOrNull(now.inForce?.from ?? null),
    in_force_until: isoOrNull(now.inForce?.until ?? null),
    suspended: now.suspended,
    paused: now.paused.map(({ from, to, kind, informationTypes, since, until }) => ({
      from: names.handleOf(from),
      to: names.handleOf(to),
      kind,
      information_types: typesOrNull(informationTypes),
      since: iso(since),
      until: isoOrNull(until),
    })),
    notice_given: now.noticeGiven,
    ends_at: isoOrNull(now.endsAt),
    ended: now.ended,
    expired: now.expired,
    superseded: now.superseded,
  };
}

const presentMatching = ({ of, done, beganAt, finishedAt }: StoredMatching): MatchingView => ({
  of,
  done: finishedAt === null ? done : of,
  began_at: iso(beganAt),
  finished_at: isoOrNull(finishedAt),
});

/** What the entry into force of terms waits for, and how far that is. */
function presentEntry(agreement: Dossier, terms: StoredTerms, at: number) {
  const { entry } = terms;
  const { from, notificationsMissing } = entryState(agreement, terms, at);
  const said = entry && { date: null, days: null, ...entryContent(entry) };
  return {
    entry_condition: said,
    notifications_missing: notificationsMissing.map(({ handle }) => handle),
    may_enter_from: entry ? isoOrNull(from) : null,
  };
}

function presentTerms(
  agreement: Dossier,
  terms: StoredTerms,
  now: Standing,
  names: Names,
  at: number,
): TermsView {
  const version = now.versions.find(({ number }) => number === terms.number);
  return {
    number: terms.number,
    proposed_by: terms.proposedBy,
    proposed_at: iso(terms.createdAt),
    expires_at: isoOrNull(terms.expiresAt),
    ...presentEntry(agreement, terms, at),
    notice_days: terms.noticeDays,
    corrections: terms.corrections,
    contact_verification_days: terms.contactVerificationDays,
    meetings_days: terms.meetingsDays,
    canonical_sha256: terms.sha256,
    ...(Object.keys(terms.clauses).length > 0 && { clauses: terms.clauses }),
    other_clauses: terms.otherClauses.map((clause) => ({ ...clause })) as OtherClauseDto[],
    texts: terms.texts.map(presentText),
    joining: terms.parties
      .filter(({ organization }) => terms.joining.includes(organization.handle))
      .map(presentParty),
    corrigendum: presentCorrigendum(terms, version),
    submitted: version?.submitted ?? false,
    approved: version?.approved ?? false,
    signed: version?.signed ?? false,
    approvals_missing: version?.approvalsMissing.map(({ handle }) => handle) ?? [],
    signatures_missing: version?.signaturesMissing.map(({ handle }) => handle) ?? [],
    came_to_nothing: version?.deadEnd ?? null,
    in_force: version?.inForce ?? false,
    in_force_from: isoOrNull(version?.from ?? null),
    in_force_until: isoOrNull(version?.until ?? null),
    grants: terms.grants
      .map((grant) => grantContent(grant, names.handleOf))
      .sort((a, b) => `${a.from} ${a.to}`.localeCompare(`${b.from} ${b.to}`))
      .map((grant) => ({
        ...NOT_SAID,
        ...grant,
        in_words: grantInWords(grant, names.nameOf, obligationsInWords(grant.obligations)),
      })),
    matching: terms.matching && presentMatching(terms.matching),
  };
}

/** Of an agreement that is over, what each terms version that was in force lets live on. */
function surviving(agreement: Dossier, { versions }: Standing, names: Names, at: number): SurvivingView[] {
  const entered = versions.filter(({ from }) => from !== null && from <= at);
  const ends = entered.map(({ until }) => until ?? Infinity);
  const ended = ends.reduce((last, one) => Math.max(last, one), -Infinity);
  if (ended === -Infinity || ended > at) return [];
  return agreement.terms
    .filter(({ number }) => entered.some((one) => one.number === number))
    .flatMap(({ number, grants }) =>
      grants.map(({ from, to, obligations }) => ({
        ...{ from: names.handleOf(from), to: names.handleOf(to), terms_version: number },
        survives: survivalAfter(obligations.survival, ended).map(presentSurvives),
      })),
    )
    .sort(
      (a, b) => `${a.from} ${a.to}`.localeCompare(`${b.from} ${b.to}`) || a.terms_version - b.terms_version,
    );
}

/** Terms that canonical content leaves out where they say nothing. */
const NOT_SAID = {
  third_party_content: 'with_consent',
  product_types: 'any',
  default_label: 'none',
} as const;

const presentParty = ({ organization: { handle, name }, roles }: NamedParty): PartyView => ({
  organization: handle,
  name,
  roles: [...roles],
});

const presentFact = (fact: StoredFact, names: Names): FactView => ({
  id: fact.id,
  kind: fact.kind,
  terms_version: fact.terms,
  party: names.handleOf(fact.party),
  effective_at: iso(fact.effectiveAt),
  recorded_at: iso(fact.recordedAt),
  recorded_by: names.handleOf(fact.recordedByOrg),
  person: fact.person,
  on_behalf_of: fact.onBehalfOf,
  reason: fact.reason,
  evidence_sha256: fact.evidence,
  signed_by: fact.signedBy,
  second_person_required: fact.secondPerson,
  confirmed_at: isoOrNull(fact.confirmedAt),
  confirmed_by: fact.confirmedByPerson,
  counts_from: isoOrNull(countsFrom(fact)),
});

/** An agreement in a list: who is party to it, and what is true of it at the instant. */
export function presentSummary(
  agreement: Dossier,
  at: number,
  now: Standing = standing(agreement, at),
): AgreementSummary {
  return {
    reference: agreement.reference,
    title: agreement.title,
    kind: agreement.kind,
    parent: agreement.parent?.reference ?? null,
    drafted_by: agreement.drafter.handle,
    created_at: iso(agreement.createdAt),
    parties: agreement.parties.map(presentParty),
    supersedes: agreement.supersedes && presentLink(agreement.supersedes, agreement.span, true),
    superseded_by: agreement.supersededBy.map((link) => presentLink(link, agreement.span, false)),
    state: presentState(now, new Names(agreement), at),
  };
}

/** An agreement with all that its parties may read, as it stands at the instant for one of them. */
export function presentAgreement(
  agreement: Dossier,
  reader: string,
  at: number,
  around: Pick<AgreementView, 'children' | 'conflicts'>,
): AgreementView {
  const now = standing(agreement, at);
  const names = new Names(agreement);
  return {
    ...presentSummary(agreement, at, now),
    ...around,
    surviving: surviving(agreement, now, names, at),
    description: agreement.description && presentDescription(agreement.description),
    terms: agreement.terms.map((terms) => presentTerms(agreement, terms, now, names, at)),
    facts: agreement.facts.map((fact) => presentFact(fact, names)),
    pauses: agreement.pauses.map((pause) => presentPause(pause, reader, at)),
    next_steps: nextSteps(agreement, at, now).map(({ step, terms, by }) => ({
      step,
      terms_version: terms,
      by,
    })),
  };
}
