import type { GrantFacts, ItemFacts, Question } from '../../src/disclosure/rules/question';
import { castMember, PERSON_KEYS, type PersonKey } from '../../src/cli/demo/cast';
import type { Caller, World } from '../cast';
import { judge } from '../cases/question';
import { Given } from '../cases/given';
import { shapeOf } from '../../src/disclosure/rules/transformations';

/** Every item that a caller's feed and list offer, as version ids; the title carries the id. */
interface Page {
  items: {
    event?: string;
    title?: string;
    item?: { title: string; id: string; documents: { href: string }[] };
    id?: string;
  }[];
  next: string | null;
  more?: boolean;
}

/** By which channel and for which purpose something is asked. */
export type How = Pick<Question, 'channel' | 'purpose'>;
export const BY_REST: How = { channel: 'rest', purpose: null };
export const OFFICERS = [
  'cncert-duty-officer',
  'cncert-liaison',
  'corvia-liaison',
  'pkcert-duty-officer',
  'banking-analyst',
] as const;

const versionOf = (title: string) => title.replace('Item ', '');

/** What was done with a part of a given world, by its text: each has a text that begins so. */
export function actionOf(text: string): string {
  if (text.startsWith('Text ')) return 'keep';
  if (text.startsWith('Pseudonym ')) return 'pseudonym';
  return text.startsWith('Sector: ') ? 'sectors' : 'issuer';
}

/** Three witnesses of one world: the function, the SQL, and HTTP. */
export class Witnesses {
  constructor(private readonly world: World) {}

  /** What random worlds are made of here: an originator, two partners, the ministry as authority; one with constituents below. */
  get places() {
    const { pkcert, cncert, corvia, moitt, banking, energy } = this.world.organizations;
    const of = (originator: string) => this.officers.filter((one) => one.of !== originator);
    return [
      {
        ...{ originator: pkcert, partners: [cncert, corvia], authority: moitt, constituents: {} },
        officers: of(pkcert),
      },
      {
        ...{ originator: cncert, partners: [pkcert, corvia], authority: moitt },
        constituents: { [pkcert]: [banking, energy] },
        officers: of(cncert),
      },
    ];
  }

  /** Two duty officers of one partner, others of others; they become it where a world is given. */
  get officers() {
    const { organizations, people } = this.world;
    return OFFICERS.map((key) => ({ person: people[key], of: organizations[castMember(key).organization] }));
  }

  /** Each organization as such, then each officer. */
  readers(organizations: readonly string[]): { person: string | null; of: string }[] {
    return [...organizations.map((of) => ({ person: null, of })), ...this.officers];
  }

  /** Somebody of an organization. */
  handsOf(organization: string, wanted: (key: PersonKey) => boolean = () => true): string {
    const { people, organizations } = this.world;
    const isOf = (key: PersonKey) => organizations[castMember(key).organization] === organization;
    return people[PERSON_KEYS.find((key) => isOf(key) && wanted(key))!];
  }

  get given(): Given {
    const administrator = (organization: string) =>
      this.handsOf(organization, (key) => key.endsWith('-administrator'));
    return new Given(this.world.owner, {
      author: (organization) => this.handsOf(organization),
      releaser: administrator,
      second: administrator,
    });
  }

  /** What decide() releases to a reader, or to one person of it, version by version. */
  private async released(reader: string, at: number, person: string | null, how: How = BY_REST) {
    const versions = await this.world.owner.query<{ id: string; item_id: string; latest: boolean }[]>(
      'SELECT id, item_id, number = max(number) OVER (PARTITION BY item_id) AS latest FROM item_version',
    );
    const facts = await this.world.owner.query<{ version: string; facts: ItemFacts }[]>(
      'SELECT * FROM app.item_facts(ARRAY(SELECT id FROM item_version))',
    );
    const grants = await this.world.owner.query<{ facts: GrantFacts }[]>(
      'SELECT app.one_grant_facts(id) AS facts FROM exchange_grant WHERE NOT narrows AND to_id IN ($1, app.parent_of($1))',
      [reader],
    );
    const [{ parent } = { parent: null }] = await this.world.owner.query<{ parent: string | null }[]>(
      'SELECT app.parent_of($1) AS parent',
      [reader],
    );
    const byVersion = new Map(facts.map((row) => [row.version, row.facts]));
    return versions.flatMap(({ id, item_id, latest }) => {
      const item = byVersion.get(id)!;
      const decision = judge({
        reader,
        person,
        parent,
        at,
        subject: 'content',
        item,
        grants: grants.map((row) => row.facts),
        received: false,
        ...how,
      });
      if (!decision.basis || (decision.basis.basis === 'own' && !latest)) return [];
      return [
        { id, itemId: item_id, item, basis: decision.basis, transformations: decision.transformations },
      ];
    });
  }

  /** The same, as `item version basis grant shape`. */
  async decided(reader: string, at: number, person: string | null = null, how?: How): Promise<string[]> {
    return (await this.released(reader, at, person, how))
      .map(({ id, itemId, basis, transformations }) => {
        const shape = shapeOf(transformations).replaceAll(' ', ',');
        return `${itemId} ${id} ${basis.basis} ${basis.grant?.id ?? ''} ${shape}`;
      })
      .sort();
  }

  /** What a reader is told of parts, as decide() has it: `version number action`, but for those that are dropped. */
  async partsDecided(reader: string, at: number, how?: How): Promise<string[]> {
    const found = await this.released(reader, at, null, how);
    return found
      .flatMap(({ id, item, transformations }) =>
        item.parts.map(({ number }) => {
          const action = transformations.find(({ part }) => part === number)?.action ?? 'keep';
          return `${id} ${number} ${action}`;
        }),
      )
      .filter((line) => !line.endsWith(' drop'))
      .sort();
  }

  visible(reader: string, at: number, person: string | null = null, how?: How): Promise<string[]> {
    return this.lines('app.visible($1, $2, $3, $4, $5) s', { reader, at, person, how });
  }

  /** The same, asked of each item alone, and of each owner alone. */
  async visibleOneByOne(
    reader: string,
    at: number,
    person: string | null = null,
    how?: How,
  ): Promise<{ byItem: string[]; byOwner: string[] }> {
    const [ofItem, ofOwner] = [
      'item i CROSS JOIN app.visible_item($1, i.id, $2, $3, $4, $5) s',
      'organization o CROSS JOIN app.visible_of($1, o.id, $2, $3, $4, $5) s',
    ];
    const asked = { reader, at, person, how };
    return { byItem: await this.lines(ofItem, asked), byOwner: await this.lines(ofOwner, asked) };
  }

  private async lines(
    source: string,
    {
      reader,
      at,
      person,
      how: { channel, purpose } = BY_REST,
    }: { reader: string; at: number; person: string | null; how?: How },
  ): Promise<string[]> {
    const rows = await this.world.owner.query<{ line: string }[]>(
      `SELECT s.item_id || ' ' || s.item_version_id || ' ' || s.basis || ' ' || COALESCE(s.grant_id::text, '') || ' '
         || CASE s.basis WHEN 'own' THEN '' ELSE replace(app.shape_of($1, s.item_version_id, $2), ' ', ',') END AS line FROM ${source}`,
      [reader, new Date(at), person, channel, purpose],
    );
    return rows.map(({ line }) => line).sort();
  }

  /** All pages of a path, small pages at a time. */
  private async pages(caller: Caller, path: string, stated: string): Promise<Page['items']> {
    const items: Page['items'] = [];
    for (let cursor = ''; ;) {
      const { body, status } = (await caller.get(`${path}?limit=2${stated}${cursor}`)) as {
        body: Page;
        status: number;
      };
      expect(status).toBe(200);
      items.push(...body.items);
      if (!body.next || body.more === false) return items;
      cursor = `&cursor=${body.next}`;
    }
  }

  /** What is shared with a person by name: her list, and each document by its id. */
  async namedOverHttp(
    caller: Caller,
    purpose: How['purpose'] = null,
  ): Promise<{ named: string[]; read: string[] }> {
    const stated = purpose === null ? '' : `&purpose=${purpose}`;
    const named = await this.pages(caller, '/api/v1/named-items', stated);
    const read: string[] = [];
    for (const { documents } of named as { documents: { href: string }[] }[]) {
      const path = `${documents[0]!.href}${stated.replace('&', '?')}`;
      read.push(versionOf(((await caller.get(path)) as { body: { title: string } }).body.title));
    }
    return { named: named.map(({ title }) => versionOf(title!)).sort(), read: read.sort() };
  }

  /** The three witnesses of one caller: feed, list, and each document by its id. */
  async overHttp(
    caller: Caller,
    purpose: How['purpose'] = null,
  ): Promise<{ feed: string[]; list: string[]; read: string[]; parts: string[] }> {
    const stated = purpose === null ? '' : `&purpose=${purpose}`;
    const feed = (await this.pages(caller, '/api/v1/feed', stated)).flatMap(({ item }) =>
      item ? [item] : [],
    );
    const list = await this.pages(caller, '/api/v1/advisories', stated);
    const read: string[] = [];
    const told: string[] = [];
    for (const { documents } of feed) {
      const { body, status } = (await caller.get(`${documents[0]!.href}${stated.replace('&', '?')}`)) as {
        body: { title: string; parts: { title: string; text: string }[] };
        status: number;
      };
      expect(status).toBe(200);
      read.push(versionOf(body.title));
      for (const { title, text } of body.parts)
        told.push(`${versionOf(body.title)} ${title.split(' ')[1]} ${actionOf(text)}`);
    }
    return {
      feed: feed.map(({ title }) => versionOf(title)).sort(),
      list: list.map(({ title }) => versionOf(title!)).sort(),
      read: read.sort(),
      parts: told.sort(),
    };
  }
}
