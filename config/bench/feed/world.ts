import { benchId, seededRandom } from '../copy-rows';

/** How much there is of everything. */
export interface FeedSizes {
  readonly versions: number;
  readonly organizations: number;
  readonly grants: number;
}

export const ID = {
  organization: 1,
  account: 2,
  agreement: 3,
  terms: 4,
  grant: 5,
  item: 6,
  version: 7,
} as const;
export const START = Date.UTC(2026, 0, 1);

/** The partners that are measured, by how much their terms admit. */
export const PARTNERS = ['much', 'little', 'nothing', 'suspended'] as const;
export type Partner = (typeof PARTNERS)[number];

/** An agreement between two organizations, with a grant in each direction. */
export interface Pair {
  readonly number: number;
  readonly one: number;
  readonly other: number;
}

/**
 * The benchmark's world: organizations in a circle, each with agreements with its neighbours, and versions whose owner
 * is drawn at random; one prolific owner has a quarter of all.
 */
export class FeedWorld {
  readonly pairs: Pair[] = [];
  readonly owners: Uint16Array;
  /** Owners of which an organization gets something, each with the number of the grant. */
  private readonly givers: Map<number, number>[];
  readonly prolific: number;

  constructor(readonly sizes: FeedSizes) {
    const { organizations, grants, versions } = sizes;
    const reach = Math.max(
      1,
      Math.min(Math.round(grants / organizations / 2), Math.floor((organizations - 1) / 2)),
    );
    this.givers = Array.from({ length: organizations }, () => new Map<number, number>());
    for (let one = 0; one < organizations; one++)
      for (let step = 1; step <= reach; step++) {
        const other = (one + step) % organizations;
        const number = this.pairs.length;
        this.pairs.push({ number, one, other });
        this.givers[other]!.set(one, 2 * number);
        this.givers[one]!.set(other, 2 * number + 1);
      }
    this.prolific = (this.reader('suspended') + 1) % organizations;
    const random = seededRandom(1);
    this.owners = new Uint16Array(versions);
    for (let n = 0; n < versions; n++)
      this.owners[n] = random() < 0.25 ? this.prolific : Math.floor(random() * organizations);
  }

  /** The organization that a measured partner is; a quarter of the circle apart. */
  reader(partner: Partner): number {
    return Math.floor((PARTNERS.indexOf(partner) * this.sizes.organizations) / PARTNERS.length);
  }

  grantOf(reader: number, owner: number): number | undefined {
    return this.givers[reader]!.get(owner);
  }

  /** The versions that reach a reader, in order. `nothing` gets twenty, `little` one of a hundred, `suspended` one of
   * a thousand from others than the prolific owner, everybody else one of what its owners release for somebody. */
  *entries(reader: number): Generator<{ version: number; grant: number }> {
    const kind = PARTNERS.find((partner) => this.reader(partner) === reader);
    const random = seededRandom(1000 + reader);
    let prolific = 0;
    let others = 0;
    let count = 0;
    for (let version = 0; version < this.owners.length; version++) {
      const owner = this.owners[version]!;
      const grant = this.grantOf(reader, owner);
      if (grant === undefined) continue;
      const draw = random();
      if (kind === 'nothing' && count >= 20) return;
      if (kind === 'little' && draw >= 0.01) continue;
      if (kind === 'suspended') {
        if (owner === this.prolific) prolific++;
        else if (others * 999 > prolific) continue;
        else others++;
      }
      if (kind === undefined && draw >= 1 / this.givers[reader]!.size) continue;
      count++;
      yield { version, grant };
    }
  }
}

export const idOf = (kind: keyof typeof ID, number: number): string => benchId(ID[kind], number);
