import { Injectable } from '@nestjs/common';
import { type FieldError, Refusal } from '../platform/refusal';
import { AgreementDesk } from './agreement-desk';
import type { Dossier, StoredTerms } from './dossier';
import { saidOtherwise, widerThanParent } from './rules/held-to-parent';
import { standing } from './rules/standing';
import type { TermsContent } from './rules/terms-content';
import type { Widening } from './rules/wider';
import { storedContent } from './terms-content';
import type { GrantDto } from './terms.dto';

const WIDER = 'terms/wider-than-parent';
const LEFT = 'terms/left-to-parent';

/** The terms that what stands below an agreement is held to: those in force, or else the latest that all have signed. */
export function termsHeldTo(parent: Dossier, at: number): StoredTerms | undefined {
  const { ended, inForce, versions } = standing(parent, at);
  if (ended) return undefined;
  const signed = versions.findLast(
    ({ submitted, signed: all, deadEnd }) => submitted && all && deadEnd === null,
  );
  return parent.terms.find(({ number }) => number === (inForce ?? signed)?.number);
}

/** What terms stand below, and what those say. */
export interface Above {
  readonly dossier: Dossier;
  readonly terms: StoredTerms;
  readonly content: TermsContent;
}

/** Stored terms beside those that they stand below, and where they are wider. */
export interface Conflicts {
  readonly above: Above;
  readonly content: TermsContent;
  readonly wider: readonly Widening[];
}

/** The same as rules weigh it. */
export const parentOf = (above: Above | null) =>
  above && {
    reference: above.dossier.reference,
    kind: above.dossier.kind,
    parties: above.terms.parties,
  };

/** Holds instruments to what they stand below: they fill it in or narrow it, and never say more. */
@Injectable()
export class HoldToParent {
  constructor(private readonly desk: AgreementDesk) {}

  /** What an instrument stands below, or is to; null for one by itself. @throws Refusal 404 */
  async above(reference: string | undefined): Promise<Above | null> {
    if (reference === undefined) return null;
    const dossier = await this.desk.read(reference);
    const terms = termsHeldTo(dossier, this.desk.at);
    if (!terms) throw unsigned(reference);
    return { dossier, terms, content: storedContent(dossier, terms) };
  }

  /**
   * Requires that terms of the input are not wider than those they are to stand below.
   * @param grants as they were given, whose order names the fields
   * @param field of the terms in the input, with a point behind it if it has a name
   * @throws Refusal 422 `terms/wider-than-parent`, with each term that is
   */
  require(content: TermsContent, above: Above | null, grants: readonly GrantDto[], field: string): void {
    if (!above) return;
    const at = (widening: Widening) => `${field}${placeOf(widening, grants)}`;
    const left = saidOtherwise(content, above.content).map((one) => fault(LEFT, one, at(one), above));
    const found = widerThanParent(content, above.content).map((one) => fault(WIDER, one, at(one), above));
    const faults = [...found, ...left];
    if (found.length > 0) throw wider(422, above, faults);
    if (left.length > 0) throw saidBelow(above, left);
  }

  /** The same of stored terms, since what they stand below may have been amended meanwhile. @throws Refusal 409 */
  async requireStill(agreement: Dossier, number: number): Promise<void> {
    const found = await this.conflicts(agreement, number);
    if (!found || found.wider.length === 0) return;
    const { above, content } = found;
    const faults = found.wider.map((one) => fault(WIDER, one, placeOf(one, content.grants), above));
    throw wider(409, above, faults);
  }

  /** Where terms of an instrument are wider than what they stand below now; null of one that stands by itself. */
  async conflicts(agreement: Dossier, number: number): Promise<Conflicts | null> {
    const terms = agreement.terms.find((one) => one.number === number);
    if (!agreement.parent || !terms) return null;
    const dossier = await this.desk.read(agreement.parent.reference);
    const outer = termsHeldTo(dossier, this.desk.at);
    if (!outer) return null;
    const above = { dossier, terms: outer, content: storedContent(dossier, outer) };
    const content = storedContent(agreement, terms);
    return { above, content, wider: widerThanParent(content, above.content) };
  }
}

/** Where the input has what is reported: ceilings stand with the types. */
function placeOf({ grant, field }: Widening, grants: readonly { from: string; to: string }[]): string {
  if (!grant) return field;
  const nth = grants.findIndex(({ from, to }) => from === grant.from && to === grant.to);
  const place = `grants.${nth}`;
  if (field === 'grant') return place;
  return `${place}.${field === 'tlp_ceiling' ? 'information_types' : field}`;
}

const fault = (
  rule: typeof WIDER | typeof LEFT,
  { outer_says: says }: Widening,
  field: string,
  { dossier, terms }: Above,
): FieldError => ({
  field,
  rule,
  message:
    rule === WIDER
      ? `is wider than ${dossier.reference}, terms version ${terms.number}, which says: ${says}`
      : `is for ${dossier.reference} to say, terms version ${terms.number}, which says: ${says}`,
});

const only = ({ dossier, terms }: Above): string =>
  `What stands below ${dossier.reference} only narrows or fills in its terms version ${terms.number}.`;

const wider = (status: 409 | 422, above: Above, faults: readonly FieldError[]): Refusal =>
  new Refusal(
    'terms/wider-than-parent',
    status,
    `${only(above)} Narrow what is listed under errors, or have that agreement amended first.`,
    faults,
  );

const saidBelow = (above: Above, faults: readonly FieldError[]): Refusal =>
  new Refusal(
    'terms/left-to-parent',
    422,
    `${only(above)} Say what is listed under errors as that does, or leave it out.`,
    faults,
  );

const unsigned = (reference: string): Refusal =>
  Refusal.invalid({
    field: 'parent',
    rule: 'agreement/parent',
    message: `${reference} has ended, or has no terms yet that all its signatories have signed`,
  });
