import { Refusal } from '../platform/refusal';
import type { ConsentBody, RejectionBody, SignatureBody } from './facts.dto';
import type { FactDetails } from './agreements.store';
import type { Dossier } from './dossier';
import { millisOf } from './instant';
import { type Actor, under } from './rules/agreement';
import { standing } from './rules/standing';

/** An approval, a signature or a rejection as the rules weigh it. */
interface ReadConsent {
  consent: { party: string; effectiveAt: number; onBehalfOf: string | null; hasEvidence: boolean };
  details: FactDetails;
}

/** Reads an approval, a signature or a rejection of the input. @throws Refusal 422 for an organization that is no party */
export function readConsent(
  agreement: Dossier,
  terms: number,
  body: ConsentBody | SignatureBody | RejectionBody,
  actor: Actor,
  at: number,
): ReadConsent {
  const handle = body.party ?? actor.organization.handle;
  const party = under(agreement, terms).parties.find(({ organization }) => organization.handle === handle);
  if (!party)
    throw Refusal.invalid({
      field: 'party',
      rule: 'party',
      message: 'must be the handle of a party of the agreement',
    });
  return {
    consent: {
      party: party.organization.id,
      effectiveAt: body.effective_at === undefined ? at : millisOf(body.effective_at),
      onBehalfOf: body.on_behalf_of ?? null,
      hasEvidence: body.evidence_sha256 !== undefined,
    },
    details: {
      onBehalfOf: body.on_behalf_of,
      reason: body.reason,
      evidence: body.evidence_sha256,
      signedBy: 'signed_by' in body ? body.signed_by : undefined,
    },
  };
}

/** Id of a terms version that every signatory has signed, so that what it admits can be matched; else undefined. */
export function signedByAll(agreement: Dossier, number: number | null, at: number): string | undefined {
  const version = standing(agreement, at).versions.find((one) => one.number === number);
  if (!version || version.signaturesMissing.length > 0) return undefined;
  return agreement.terms.find((terms) => terms.number === number)?.id;
}
