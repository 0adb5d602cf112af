import type { DataSource } from 'typeorm';
import { newId } from '../../src/platform/ids';
import { GivenItems } from './given-items';
import { GivenOfficers } from './given-officers';
import { writeOverlays } from './written-overlays';
import { before, type Hands, insertRow, time } from './given-rows';
import { allParties, amendedBy, obligationsOf, partiesTo } from './given-world';
import type { GivenAgreement, GivenFact, GivenGrant, GivenTerms, GivenWorld, Moment } from './given-world';

/** Writes worlds straight into the tables, as owner: the rules are to judge whatever stands there. */
export class Given {
  constructor(
    private readonly owner: DataSource,
    private readonly hands: Hands,
  ) {}

  async world({
    agreements,
    items,
    stops,
    verifications = [],
    overlays = [],
  }: GivenWorld): Promise<string[]> {
    let n = 0;
    const named = items.flatMap(({ versions }) => versions.flatMap((version) => version.named ?? []));
    await new GivenOfficers(this.owner, this.hands).write(named, verifications);
    for (const agreement of agreements) await this.agreement(agreement.reference ?? `G-${++n}`, agreement);
    for (const stop of stops) await this.pause('stop', null, [stop.from, stop.to], stop.at, stop.until);
    const ids: string[] = [];
    for (const item of items) ids.push(await new GivenItems(this.owner, this.hands).item(item));
    await writeOverlays(this.owner, this.hands, overlays);
    for (const owner of new Set(items.map((item) => item.owner)))
      await this.owner.query('SELECT app.entitle($1, NULL, NULL, $2)', [owner, before]);
    return ids;
  }

  async agreement(reference: string, given: GivenAgreement): Promise<void> {
    const id = newId();
    const drafter = given.parties[0]!;
    await insertRow(this.owner, 'agreement', {
      id,
      reference,
      title: `Title of ${id}`,
      kind: given.kind ?? 'mou',
      drafted_by_org: drafter,
      created_by: this.hands.author(drafter),
      created_at: before,
      parent_id: given.below === undefined ? null : await this.idOf(given.below),
    });
    for (const party of given.parties)
      for (const role of ['signatory', 'operating_cert'])
        await insertRow(this.owner, 'agreement_party', { agreement_id: id, organization_id: party, role });
    if (given.authority)
      await insertRow(this.owner, 'agreement_party', {
        agreement_id: id,
        organization_id: given.authority,
        role: 'approving_authority',
      });
    let former = new Map<string, string>();
    for (const [index, terms] of given.terms.entries())
      former = await this.terms(id, index, given, terms, former);
    if (given.ended !== null) await this.fact(id, null, 'ended', drafter, given.ended);
    for (const { from, until, direction, types } of given.suspended)
      await this.pause('suspension', id, direction, from, until, types);
  }

  private async idOf(reference: string): Promise<string> {
    const sql = 'SELECT id FROM agreement WHERE reference = $1';
    const [row] = await this.owner.query<{ id: string }[]>(sql, [reference]);
    return row!.id;
  }

  private async terms(
    agreement: string,
    index: number,
    given: GivenAgreement,
    terms: GivenTerms,
    former: Map<string, string>,
  ) {
    const id = newId();
    const { authority } = given;
    const drafter = given.parties[0]!;
    await insertRow(this.owner, 'terms_version', {
      id,
      agreement_id: agreement,
      number: index + 1,
      expires_at: time(terms.expires),
      corrections: terms.corrections ?? 'none',
      canonical_sha256: Buffer.alloc(32),
      created_by: this.hands.author(drafter),
      created_by_org: drafter,
      created_at: terms.drawnUp === undefined ? before : time(terms.drawnUp),
      amends: amendedBy(given.terms, index),
    });
    for (const joining of terms.joining ?? [])
      for (const role of ['signatory', 'operating_cert'])
        await insertRow(this.owner, 'accession', {
          ...{ terms_version_id: id, agreement_id: agreement, organization_id: joining, role },
        });
    const grants = new Map(former);
    for (const grant of terms.grants)
      grants.set(`${grant.from} ${grant.to}`, await this.grant(agreement, id, grant, former));
    if (terms.approved !== null && authority)
      await this.fact(agreement, id, 'approved', authority, terms.approved);
    for (const party of partiesTo(given, index)) {
      const signed = terms.signed[allParties(given).indexOf(party)] ?? null;
      if (signed !== null) await this.fact(agreement, id, 'signed', party, signed);
    }
    if (terms.entered !== null) await this.fact(agreement, id, 'entered_into_force', drafter, terms.entered);
    return terms.entered === null ? former : grants;
  }

  private async grant(
    agreement: string,
    terms: string,
    grant: GivenGrant,
    former: Map<string, string>,
  ): Promise<string> {
    const id = newId();
    const { categories, sectors, severity = 'any', nexus = 'any', papCeiling = 'any', reachBack } = grant;
    const { channels = 'any', need = 'push', amberReach = 'own_organisation' } = grant;
    const { productTypes = 'any' } = grant;
    await insertRow(this.owner, 'exchange_grant', {
      id,
      terms_version_id: terms,
      agreement_id: agreement,
      from_id: grant.from,
      to_id: grant.to,
      clause: grant.clause ?? 'art. 1',
      priority: grant.priority ?? 0,
      any_category: categories === 'any',
      categories: categories === 'any' ? [] : categories,
      any_sector: sectors === 'any',
      sectors: sectors === 'any' ? [] : sectors,
      severity_least: severity === 'any' ? null : severity.least,
      severity_most: severity === 'any' ? null : severity.most,
      nexus,
      pap_ceiling: papCeiling === 'any' ? null : papCeiling,
      channels: channels === 'any' ? null : channels,
      victim_identity: grant.victimIdentity ?? 'omit',
      source_attribution: grant.sourceAttribution ?? 'must_not',
      personal_data: grant.personalData ?? 'none',
      third_party_content: grant.thirdPartyContent ?? 'with_consent',
      product_types_only: productTypes !== 'any' && 'include' in productTypes ? productTypes.include : null,
      product_types_except: productTypes !== 'any' && 'exclude' in productTypes ? productTypes.exclude : null,
      need,
      amber_reach: Array.isArray(amberReach) ? 'named_constituents' : amberReach,
      reach_named: Array.isArray(amberReach) ? amberReach : [],
      release_approval: grant.releaseApproval ? JSON.stringify(grant.releaseApproval) : null,
      emergency_up_to: grant.emergencyUpTo ?? null,
      obligations: JSON.stringify(obligationsOf(grant)),
      reach_back: typeof reachBack === 'number' ? 'date' : reachBack,
      reach_back_from: typeof reachBack === 'number' ? time(reachBack) : null,
      predecessor_id: former.get(`${grant.from} ${grant.to}`) ?? null,
    });
    for (const [information_type, tlp_ceiling] of grant.types)
      await insertRow(this.owner, 'grant_information_type', { grant_id: id, information_type, tlp_ceiling });
    return id;
  }

  private async fact(
    agreement: string,
    terms: string | null,
    kind: string,
    party: string,
    given: GivenFact,
  ): Promise<void> {
    const id = newId();
    const fact = typeof given === 'number' ? { effective: given, recorded: given } : given;
    const second = fact.confirmed !== undefined;
    await insertRow(this.owner, 'agreement_fact', {
      id,
      agreement_id: agreement,
      terms_version_id: terms,
      kind,
      party_id: party,
      effective_at: time(fact.effective),
      recorded_at: time(fact.recorded),
      recorded_by: this.hands.author(party),
      recorded_by_org: party,
      second_person_required: second,
    });
    if (typeof fact.confirmed === 'number')
      await insertRow(this.owner, 'agreement_fact_confirmation', {
        fact_id: id,
        confirmed_by: this.hands.second?.(party),
        confirmed_at: time(fact.confirmed),
      });
  }

  private async pause(
    kind: string,
    agreement: string | null,
    direction: [string, string] | null,
    from: Moment,
    until: Moment | null,
    types: string[] | null = null,
  ): Promise<void> {
    const actor = direction?.[0] ?? (await this.drafter(agreement!));
    await insertRow(this.owner, 'exchange_pause', {
      id: newId(),
      kind,
      agreement_id: agreement,
      from_id: direction?.[0] ?? null,
      to_id: direction?.[1] ?? null,
      information_types: types,
      starts_at: time(from),
      ends_at: time(until),
      grounds: 'given in a test',
      recorded_at: time(from),
      recorded_by: this.hands.author(actor),
      recorded_by_org: actor,
    });
  }

  private async drafter(agreement: string): Promise<string> {
    const [row] = await this.owner.query<{ drafted_by_org: string }[]>(
      'SELECT drafted_by_org FROM agreement WHERE id = $1',
      [agreement],
    );
    return row!.drafted_by_org;
  }
}
