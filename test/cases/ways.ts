import { castMember, type OrganizationKey, PERSON_KEYS, type PersonKey } from '../../src/cli/demo/cast';
import { decide } from '../../src/disclosure/rules/decide';
import type { GrantFacts, ItemFacts } from '../../src/disclosure/rules/question';
import { PUBLIC_TEAM } from '../../src/platform/viewer';
import type { Caller, World } from '../cast';
import { actionOf, Witnesses } from '../disclosure/witnesses';
import { type Answer, answerOf } from './answer';
import type { CaseQuestion } from './case-types';
import { emptyWorld } from './empty-world';
import { parentOfHandle } from './given-facts';
import type { GivenWorld } from './given-world';
import { placedWorld } from './placed-world';

/** What is asked by a way that gives no reasons. */
export type Bare = Omit<Answer, 'forbidding' | 'parts'>;
const WITHHELD: Bare = { verdict: 'withheld', basis: null, under: null };

interface Titled {
  title: string;
}
type Parts = Record<string, string>;

const statedFor = (purpose: CaseQuestion['purpose']) => (purpose === null ? '' : `?purpose=${purpose}`);

/** A case in the database, and the ways of asking there: the facts, visible(), and HTTP. */
export class Ways {
  private item = '';
  private versions: string[] = [];
  private owner = '';
  private written = '';

  constructor(private readonly world: World) {}

  private place = (handle: string): string =>
    handle === 'public' ? PUBLIC_TEAM : this.world.organizations[handle as OrganizationKey];

  private placePerson = (person: string): string => this.world.people[person as PersonKey];
  private parent = (handle: string): string | null => {
    const parent = parentOfHandle(handle);
    return parent && this.place(parent);
  };

  /** Writes a world in the place of the last. @throws Error with what the tables refuse */
  async write(world: GivenWorld): Promise<void> {
    const text = JSON.stringify(world);
    if (text === this.written) return;
    this.written = '';
    await emptyWorld(this.world.owner);
    const [item] = await new Witnesses(this.world).given.world(
      placedWorld(world, this.place, this.placePerson),
    );
    await this.foresee();
    const versions = await this.world.owner.query<{ id: string }[]>(
      'SELECT id FROM item_version WHERE item_id = $1 ORDER BY number',
      [item],
    );
    this.item = item!;
    this.versions = versions.map(({ id }) => id);
    this.owner = world.items[0]!.owner;
    this.written = text;
  }

  /** What the application sets in motion with an entry into force: feeds look again at what the former terms gave. */
  private foresee(): Promise<unknown> {
    return this.world.owner.query(`
      SELECT set_config('app.viewer_org', t.drafted_by_org::text, false), app.after_entry_into_force(t.id, now())
      FROM (SELECT t.id, a.drafted_by_org FROM terms_version t JOIN agreement a ON a.id = t.agreement_id
        JOIN terms_in_force f ON f.terms_version_id = t.id ORDER BY t.number) t`);
  }

  /** decide(), over the facts that the database gives it. */
  async decided({ reader, person, version, expected: _, ...asked }: CaseQuestion): Promise<Answer> {
    const [row] = await this.world.owner.query<{ facts: ItemFacts }[]>(
      'SELECT facts FROM app.item_facts($1)',
      [[this.versions[version - 1]]],
    );
    const grants = await this.world.owner.query<{ facts: GrantFacts }[]>(
      'SELECT app.one_grant_facts(id) AS facts FROM exchange_grant WHERE NOT narrows',
    );
    return answerOf(
      decide({
        ...asked,
        reader: this.place(reader),
        person: person === null ? null : this.placePerson(person),
        parent: this.parent(reader),
        item: row!.facts,
        grants: grants.map(({ facts }) => facts),
      }),
    );
  }

  /** What the SQL of lists and feeds says. */
  async visible({ reader, person, at, version, channel, purpose }: CaseQuestion): Promise<Bare> {
    const placed = person === null ? null : this.placePerson(person);
    const [row] = await this.world.owner.query<{ basis: Bare['basis']; under: string | null }[]>(
      `SELECT v.basis, a.reference || ' ' || g.clause AS under FROM app.visible($1, $2, $3, $4, $5) v
       LEFT JOIN exchange_grant g ON g.id = v.grant_id LEFT JOIN agreement a ON a.id = g.agreement_id
       WHERE v.item_version_id = $6`,
      [this.place(reader), new Date(at), placed, channel, purpose, this.versions[version - 1]],
    );
    return row ? { verdict: 'released', ...row } : WITHHELD;
  }

  /** What the SQL of variants makes of the parts that are not kept, by their numbers. */
  async shape({ reader, at, version }: CaseQuestion): Promise<Parts> {
    const [row] = await this.world.owner.query<{ shape: string }[]>(
      'SELECT app.shape_of($1, $2, $3) AS shape',
      [this.place(reader), this.versions[version - 1], new Date(at)],
    );
    return Object.fromEntries(row!.shape.split(' ').flatMap((one) => (one ? [one.split(':')] : []))) as Parts;
  }

  /** What the document holds of the parts, by the numbers in their titles; the last that was asked of overHttp(). */
  async partsOverHttp({ reader, purpose }: CaseQuestion): Promise<Parts> {
    const caller =
      reader === 'public' ? this.world.anonymous() : this.world.withKey(reader as OrganizationKey);
    const path = `/api/v1/advisories/${await this.idFor(this.place(reader))}${statedFor(purpose)}`;
    const { body } = (await caller.get(path)) as { body: { parts: { title: string; text: string }[] } };
    return Object.fromEntries(body.parts.map(({ title, text }) => [title.split(' ')[1], actionOf(text)]));
  }

  /** What feed, list and document say at the instant of the question, if they say the same, asked by the one channel that is HTTP’s. */
  async overHttp({
    reader,
    person,
    at,
    version,
    purpose,
  }: CaseQuestion): Promise<Record<string, Bare['verdict']>> {
    this.world.clock.set(new Date(at).toISOString());
    const title = `Item ${this.versions[version - 1]}`;
    const said = (titles: string[]): Bare['verdict'] => (titles.includes(title) ? 'released' : 'withheld');
    if (reader === this.owner) {
      const person = PERSON_KEYS.find((key) => castMember(key).organization === reader)!;
      const caller = this.world.as(person);
      const list = await this.titles(caller, '/api/v1/advisories?scope=own');
      return { list: said(list), document: said(await this.read(caller, this.item)) };
    }
    if (person !== null && castMember(person as PersonKey).organization === reader) {
      return this.overHttpByPerson(person as PersonKey, said, statedFor(purpose));
    }
    const caller =
      reader === 'public' ? this.world.anonymous() : this.world.withKey(reader as OrganizationKey);
    const stated = statedFor(purpose);
    const feed = await this.titles(caller, `/api/v1/feed${stated}`);
    const list = await this.titles(caller, `/api/v1/advisories${stated}`);
    return {
      feed: said(feed),
      list: said(list),
      document: said(await this.read(caller, `${await this.idFor(this.place(reader))}${stated}`)),
    };
  }

  /** What a person is offered in one way or the other: with her team, or by name. */
  private async overHttpByPerson(
    person: PersonKey,
    said: (titles: string[]) => Bare['verdict'],
    stated: string,
  ): Promise<Record<string, Bare['verdict']>> {
    const caller = this.world.as(person);
    const [team, named] = [
      await this.titles(caller, `/api/v1/advisories${stated}`),
      await this.titles(caller, `/api/v1/named-items${stated}`, [200, 403]),
    ];
    const id = await this.idFor(this.place(castMember(person).organization), this.placePerson(person));
    return { list: said([...team, ...named]), document: said(await this.read(caller, `${id}${stated}`)) };
  }

  /** What a page offers; one page holds a case. Who is no duty officer is shown no list of hers. */
  private async titles(caller: Caller, path: string, statuses = [200]): Promise<string[]> {
    const { status, body } = (await caller.get(path)) as {
      status: number;
      body: { items: (Titled & { item?: Titled })[] };
    };
    expect(statuses).toContain(status);
    return (body.items ?? []).map(({ title, item }) => item?.title ?? title);
  }

  /** The title of a document, or nothing where there is said to be none. */
  private async read(caller: Caller, id: string): Promise<string[]> {
    const { status, body } = (await caller.get(`/api/v1/advisories/${id}`)) as {
      status: number;
      body: Titled;
    };
    expect([200, 404]).toContain(status);
    return status === 200 ? [body.title] : [];
  }

  /** The id by which a team knows the item, if it ever had it. */
  private async idFor(team: string, person: string | null = null): Promise<string> {
    const rows = await this.world.owner.query<{ id: string }[]>(
      `SELECT external_id AS id FROM variant WHERE item_id = $1 AND team_id IN ($2, $3)
       AND (person_id IS NULL OR person_id = $4) ORDER BY team_id = $2 DESC, person_id IS NULL`,
      [this.item, team, PUBLIC_TEAM, person],
    );
    return rows[0]?.id ?? this.item;
  }
}
