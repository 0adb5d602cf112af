import type { DataSource } from 'typeorm';
import { newId } from '../../src/platform/ids';
import type { Tlp } from '../../src/disclosure';

/** Milliseconds since 1970. */
export type Moment = number;

export interface GivenGrant {
  from: string;
  to: string;
  types: [string, Exclude<Tlp, 'RED'>][];
  categories: 'any' | string[];
  sectors: 'any' | string[];
  reachBack: 'none' | 'all' | Moment;
  priority?: number;
}
export interface GivenTerms {
  approved: Moment | null;
  signed: (Moment | null)[];
  entered: Moment | null;
  expires: Moment | null;
  grants: GivenGrant[];
}
export interface GivenAgreement {
  parties: [string, string];
  authority: string | null;
  terms: GivenTerms[];
  ended: Moment | null;
  suspended: { from: Moment; until: Moment | null; direction: [string, string] | null }[];
}
export interface GivenVersion {
  tlp: Tlp | null;
  type: string | null;
  categories: string[];
  sectors: string[];
  audience: 'any' | string[];
  exclude: string[];
  embargo: Moment | null;
  released: Moment | null;
  public: boolean;
}
export interface GivenItem {
  owner: string;
  versions: GivenVersion[];
  withdrawn: Moment | null;
}
export interface GivenWorld {
  agreements: GivenAgreement[];
  items: GivenItem[];
  stops: { from: string; to: string; at: Moment; until: Moment | null }[];
}

/** Two people of the originators, enough for an author and a releaser. */
export interface Hands {
  author: (organization: string) => string;
  releaser: (organization: string) => string;
}

const time = (moment: Moment | null) => (moment === null ? null : new Date(moment));
const before = new Date(0);

/** Writes worlds straight into the tables, as owner: the rules are to judge whatever stands there. */
export class Given {
  constructor(
    private readonly owner: DataSource,
    private readonly hands: Hands,
  ) {}

  async world({ agreements, items, stops }: GivenWorld): Promise<string[]> {
    let n = 0;
    for (const agreement of agreements) await this.agreement(`G-${++n}`, agreement);
    for (const stop of stops) await this.pause('stop', null, [stop.from, stop.to], stop.at, stop.until);
    const ids: string[] = [];
    for (const item of items) ids.push(await this.item(item));
    for (const owner of new Set(items.map((item) => item.owner)))
      await this.owner.query('SELECT app.entitle($1, NULL, NULL, now())', [owner]);
    return ids;
  }

  async agreement(reference: string, given: GivenAgreement): Promise<void> {
    const id = newId();
    const [drafter] = given.parties;
    await this.insert('agreement', {
      id,
      reference,
      title: reference,
      kind: 'mou',
      drafted_by_org: drafter,
      created_by: this.hands.author(drafter),
      created_at: before,
    });
    for (const party of given.parties)
      for (const role of ['signatory', 'operating_cert'])
        await this.insert('agreement_party', { agreement_id: id, organization_id: party, role });
    if (given.authority)
      await this.insert('agreement_party', {
        agreement_id: id,
        organization_id: given.authority,
        role: 'approving_authority',
      });
    let former = new Map<string, string>();
    for (const [index, terms] of given.terms.entries())
      former = await this.terms(id, index + 1, given, terms, former);
    if (given.ended !== null) await this.fact(id, null, 'ended', drafter, given.ended);
    for (const { from, until, direction } of given.suspended)
      await this.pause('suspension', id, direction, from, until);
  }

  private async terms(
    agreement: string,
    number: number,
    { parties, authority }: GivenAgreement,
    terms: GivenTerms,
    former: Map<string, string>,
  ) {
    const id = newId();
    const [drafter] = parties;
    await this.insert('terms_version', {
      id,
      agreement_id: agreement,
      number,
      expires_at: time(terms.expires),
      corrections: 'none',
      canonical_sha256: Buffer.alloc(32),
      created_by: this.hands.author(drafter),
      created_by_org: drafter,
      created_at: before,
    });
    const grants = new Map(former);
    for (const grant of terms.grants)
      grants.set(`${grant.from} ${grant.to}`, await this.grant(agreement, id, grant, former));
    if (terms.approved !== null && authority)
      await this.fact(agreement, id, 'approved', authority, terms.approved);
    for (const [index, signed] of terms.signed.entries())
      if (signed !== null) await this.fact(agreement, id, 'signed', parties[index]!, signed);
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
    const { categories, sectors, reachBack } = grant;
    await this.insert('exchange_grant', {
      id,
      terms_version_id: terms,
      agreement_id: agreement,
      from_id: grant.from,
      to_id: grant.to,
      clause: 'art. 1',
      priority: grant.priority ?? 0,
      any_category: categories === 'any',
      categories: categories === 'any' ? [] : categories,
      any_sector: sectors === 'any',
      sectors: sectors === 'any' ? [] : sectors,
      reach_back: typeof reachBack === 'number' ? 'date' : reachBack,
      reach_back_from: typeof reachBack === 'number' ? time(reachBack) : null,
      predecessor_id: former.get(`${grant.from} ${grant.to}`) ?? null,
    });
    for (const [information_type, tlp_ceiling] of grant.types)
      await this.insert('grant_information_type', { grant_id: id, information_type, tlp_ceiling });
    return id;
  }

  private async fact(
    agreement: string,
    terms: string | null,
    kind: string,
    party: string,
    at: Moment,
  ): Promise<void> {
    await this.insert('agreement_fact', {
      id: newId(),
      agreement_id: agreement,
      terms_version_id: terms,
      kind,
      party_id: party,
      effective_at: time(at),
      recorded_at: time(at),
      recorded_by: this.hands.author(party),
      recorded_by_org: party,
      second_person_required: false,
    });
  }

  private async pause(
    kind: string,
    agreement: string | null,
    direction: [string, string] | null,
    from: Moment,
    until: Moment | null,
  ): Promise<void> {
    const actor = direction?.[0] ?? (await this.drafter(agreement!));
    await this.insert('exchange_pause', {
      id: newId(),
      kind,
      agreement_id: agreement,
      from_id: direction?.[0] ?? null,
      to_id: direction?.[1] ?? null,
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

  async item({ owner, versions, withdrawn }: GivenItem): Promise<string> {
    const id = newId();
    await this.insert('item', {
      id,
      kind: 'advisory',
      owner_id: owner,
      created_at: before,
      created_by: this.hands.author(owner),
    });
    let last: Moment | null = null;
    for (const [index, version] of versions.entries())
      last = (await this.version(id, owner, index + 1, version, last)) ?? last;
    if (withdrawn !== null && last !== null) {
      const at = time(Math.max(withdrawn, last + 1));
      await this.insert('withdrawal', {
        item_id: id,
        owner_id: owner,
        at,
        recorded_by: this.hands.author(owner),
        reason: 'given in a test',
      });
      await this.owner.query(
        'UPDATE release SET superseded_at = $2 WHERE item_id = $1 AND superseded_at IS NULL',
        [id, at],
      );
    }
    return id;
  }

  private async version(
    item: string,
    owner: string,
    number: number,
    given: GivenVersion,
    last: Moment | null,
  ): Promise<Moment | null> {
    const id = newId();
    await this.insert('item_version', {
      id,
      item_id: item,
      owner_id: owner,
      number,
      created_at: before,
      created_by: this.hands.author(owner),
      authors: [this.hands.author(owner)],
      title: `Item ${id}`,
      content: JSON.stringify({
        tracking_id: `T-${id}`,
        lang: 'en',
        summary: 'given in a test',
        details: null,
        recommendation: null,
        references: [],
        cves: [],
        imported: null,
      }),
      tlp: given.tlp,
      information_type: given.type,
      categories: given.categories,
      sectors: given.sectors,
      embargo_until: time(given.embargo),
      audience_any: given.audience === 'any',
      audience_include: given.audience === 'any' ? [] : given.audience,
      audience_exclude: given.exclude,
    });
    const unfit =
      given.tlp === null ||
      given.tlp === 'RED' ||
      given.type === null ||
      !given.categories.length ||
      !given.sectors.length;
    if (given.released === null || unfit) return null;
    const at = Math.max(given.released, (last ?? -1) + 1);
    await this.owner.query(
      'UPDATE release SET superseded_at = $2 WHERE item_id = $1 AND superseded_at IS NULL',
      [item, time(at)],
    );
    await this.insert('release', {
      item_version_id: id,
      item_id: item,
      owner_id: owner,
      released_at: time(at),
      released_by: this.hands.releaser(owner),
      public: given.public && given.tlp === 'CLEAR',
      embargo_until: time(given.embargo),
    });
    return at;
  }

  private async insert(table: string, values: object): Promise<void> {
    const names = Object.keys(values);
    await this.owner.query(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
      Object.values(values) as unknown[],
    );
  }
}
