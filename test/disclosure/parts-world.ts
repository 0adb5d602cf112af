import type { World } from '../cast';
import { expected, LABELS, Sharing } from './sharing-world';

/** A part as others read it. */
export interface ToldPart {
  number: number;
  kind: string;
  title: string;
  text: string;
  tlp: string;
  information_type: string;
  pap: string | null;
  tags: string[];
}
export interface ToldAdvisory {
  id: string;
  reference: string;
  version: number;
  title: string;
  tracking_id: string;
  parts: ToldPart[];
}
export interface PartSent {
  kind: string;
  title: string;
  text: string;
  [more: string]: unknown;
}

export const part = (title: string, text: string, change: object = {}): PartSent => ({
  kind: 'statement',
  title,
  text,
  ...change,
});

/** One of each: of them all, a partner under terms that say nothing gets the first and, of the source, who issues it. */
export const PARTS = [
  part('What was seen', 'Beacons every ninety seconds, kwordkept.'),
  part('Who was hit', 'Invented Bank of Kwordvictim', { tags: ['victim_identity'] }),
  part('Who told us', 'Invented Informer Kwordsource', { tags: ['source_identity'] }),
  part('Who clicked', 'Kwordperson, 12 Invented Street', { kind: 'field', tags: ['personal_data'] }),
  part('Address', '192.0.2.77 kwordamber', { kind: 'indicator', tlp: 'AMBER', pap: 'AMBER' }),
  part('For named persons', 'Kwordred', { tlp: 'RED' }),
];
/** A word of each text, as it is searched for. */
export const WORDS = ['kwordkept', 'kwordvictim', 'kwordsource', 'kwordperson', 'kwordamber', 'kwordred'];

export const WIDE = {
  information_types: [{ type: 'threat_report', tlp_ceiling: 'AMBER' }],
  ...{ victim_identity: 'full', source_attribution: 'may', personal_data: 'full_with_basis' },
};

type Team = 'cncert' | 'corvia' | 'dunmere';

/** Sharing of items with parts, over HTTP. */
export class PartsWorld {
  private constructor(readonly sharing: Sharing) {}

  static async start(): Promise<PartsWorld> {
    return new PartsWorld(await Sharing.start());
  }

  get world(): World {
    return this.sharing.world;
  }

  async draft(title: string, parts: readonly PartSent[], handling: object = {}): Promise<string> {
    const body = { title, summary: 'Of a test.', handling: { ...LABELS, ...handling }, parts };
    const made = this.world.as('pkcert-analyst').post('/api/v1/advisories').send(body);
    return ((await expected(201, made)) as { id: string }).id;
  }

  async released(
    title: string,
    parts: readonly PartSent[] = PARTS,
    handling: object = {},
    toPublic = false,
  ): Promise<string> {
    const id = await this.draft(title, parts, handling);
    await expected(201, this.sharing.release(id, 1, toPublic));
    return id;
  }

  /** What a team, or nobody in particular, reads of an advisory by its title; undefined if it is offered none. */
  async read(team: Team | null, title: string): Promise<ToldAdvisory | undefined> {
    this.world.clock.advance(1000);
    const caller = team ? this.world.withKey(team) : this.world.anonymous();
    const { items } = (await expected(200, caller.get('/api/v1/advisories?limit=200'))) as {
      items: { id: string; title: string }[];
    };
    const found = items.find((item) => item.title === title);
    if (!found) return undefined;
    return (await expected(200, caller.get(`/api/v1/advisories/${found.id}`))) as ToldAdvisory;
  }

  async told(team: Team | null, title: string): Promise<Record<string, string> | undefined> {
    const read = await this.read(team, title);
    return read && Object.fromEntries(read.parts.map((one) => [one.title, one.text]));
  }
}
