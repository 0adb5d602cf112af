import { Injectable } from '@nestjs/common';
import { newId } from '../platform/ids';
import { Refusal } from '../platform/refusal';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { Organizations } from '../organizations';
import { AgreementDesk } from './agreement-desk';
import { AgreementLog } from './agreement-log';
import type { DraftBody } from './agreements.dto';
import { AgreementsStore } from './agreements.store';
import { requireAuthentic } from './description/describe-agreement';
import { DescriptionsStore } from './description/descriptions.store';
import { readClauses } from './description/read-clauses';
import type { Dossier } from './dossier';
import { readEntryCondition } from './entry-condition.dto';
import { millisOf } from './instant';
import { unless } from './refuse';
import { judgeDraft } from './rules/drafting';
import { Supersede } from './succession/supersede';
import { NamedConstituents } from './named-constituents';
import { filledFrom } from './filled-from';
import { type Above, HoldToParent, parentOf } from './hold-to-parent';
import { contentOf, makeTerms } from './terms-content';
import { idsOfGrants, partiesOf } from './propose-terms';

/** Drafts an instrument with its parties and first terms. Nothing follows from a draft. */
@Injectable()
export class DraftAgreement {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly organizations: Organizations,
    private readonly desk: AgreementDesk,
    private readonly store: AgreementsStore,
    private readonly log: AgreementLog,
    private readonly named: NamedConstituents,
    private readonly held: HoldToParent,
    private readonly descriptions: DescriptionsStore,
    private readonly supersede: Supersede,
  ) {}

  /** @throws Refusal of the rules, or `agreement/reference-taken` */
  async run(body: DraftBody): Promise<Dossier> {
    const parties = await partiesOf(body.parties, this.organizations, 'parties');
    const { organization, person } = await this.desk.actor();
    const { reference, title, kind } = body;
    const above = await this.above(body.parent);
    const terms = filledFrom(body.terms, above);
    const expiresAt = terms.expires_at === undefined ? null : millisOf(terms.expires_at);
    const entry = readEntryCondition(terms.entry_condition, 'terms.entry_condition');
    const grants = idsOfGrants(terms.grants, parties, 'terms.grants');
    unless(
      judgeDraft(
        { reference, kind, parties, parent: parentOf(above), terms: { expiresAt, entry, grants } },
        organization,
        this.desk.at,
      ),
    );

    const former = body.supersedes && (await this.supersede.former(body.supersedes, { kind, parties }));
    if (body.description) requireAuthentic(body.description, 'description.');
    const id = newId();
    const { at } = this.transaction;
    const parent = above && { reference: above.dossier.reference };
    const agreement = { id, reference, kind, parties, parent };
    const otherClauses = readClauses(terms.other_clauses, parties, 'terms.');
    this.held.require(
      contentOf(terms, { agreement, entry, otherClauses }),
      above,
      body.terms.grants,
      'terms.',
    );
    const constituents = await this.named.in(terms.grants, 'terms.grants');
    const made = makeTerms(terms, {
      constituents,
      entry,
      otherClauses,
      agreement,
      ...{ number: 1, amends: 0 },
      proposedBy: { person, organization: organization.id },
      at,
      predecessorOf: () => null,
    });
    await this.store.addAgreement(
      {
        ...{ id, reference, title, kind, parentId: above?.dossier.id ?? null },
        ...{ draftedByOrg: organization.id, createdBy: person, createdAt: at },
      },
      parties.flatMap((party) =>
        party.roles.map((role) => ({ agreementId: id, organizationId: party.organization.id, role })),
      ),
    );
    await this.store.addTerms(made.terms, made.grants, made.types, [], made.clauses);
    if (body.description) await this.descriptions.add(id, body.description);
    if (former && body.supersedes) await this.supersede.link(former, { id, reference }, body.supersedes);
    const drafted = await this.desk.read(reference);
    const canonical_sha256 = made.terms.canonicalSha256.toString('hex');
    const shared = {
      title,
      agreement_kind: kind,
      ...(parent && { below: parent.reference }),
      terms_version: 1,
      canonical_sha256,
      party: organization.handle,
      ...(body.description && { description: { ...body.description } }),
    };
    await this.log.append(drafted, { kind: 'agreement-drafted', shared });
    return drafted;
  }

  /** What it is to stand below. One that is absent, and another's, are the same fault of the input. */
  private async above(reference: string | undefined): Promise<Above | null> {
    try {
      return await this.held.above(reference);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 404) throw error;
      const message = 'must be the reference of an agreement of your organization';
      throw Refusal.invalid({ field: 'parent', rule: 'agreement/parent', message });
    }
  }
}
