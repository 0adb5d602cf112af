import { decide } from '../../../src/disclosure/rules/decide';
import { decidedPure } from '../../cases/decided-pure';
import { type CountryOf, grantFacts, itemFacts } from '../../cases/given-facts';
import type {
  GivenAgreement,
  GivenFact,
  GivenGrant,
  GivenTerms,
  GivenVersion,
  GivenWorld,
  Moment,
} from '../../cases/given-world';
import { isOpen } from './open';
import type { Bounds, Hour, Labels, Partner } from './acts';

const HOUR = 3_600_000;
export const START = Date.parse('2026-06-01T00:00:00Z');
export const atHour = (hour: Hour): Moment => START + hour * HOUR;
export const hourOrNull = (hour: Hour | null): Moment | null => (hour === null ? null : atHour(hour));

/** A step of terms that is still to be taken. */
export type Step = 'submission' | 'approvals' | 'own signature' | 'other signature' | 'entry-into-force';
export interface Agreement extends GivenAgreement {
  reference: string;
  partner: Partner;
  /** Of the latest terms. */
  steps: Step[];
}
/** A suspension or a stop, with what stands of it in the world. */
export interface Pause {
  id: string;
  stands: { until: Moment | null };
}

/** What there is, as those who did it know: nothing here is read from the application. */
export class Model {
  now = START;
  readonly agreements: Agreement[] = [];
  readonly items: (GivenWorld['items'][number] & { id: string })[] = [];
  readonly stops: GivenWorld['stops'] = [];
  readonly pauses: Pause[] = [];
  /** Under which agreements each reader could once have got each item. */
  private readonly gotUnder = new Map<string, Set<string>>();

  constructor(
    readonly organizations: Record<Partner | 'pkcert' | 'moitt', string>,
    private readonly countryOf: CountryOf,
  ) {}

  terms(partner: Partner, bounds: Bounds): GivenTerms {
    const { pkcert, [partner]: other } = this.organizations;
    const [from, to] = bounds.drops ? [other, pkcert] : [pkcert, other];
    const { types, categories, severity, nexus, papCeiling, reachBack, approves } = bounds;
    const grant: GivenGrant = {
      ...{ from, to, types, categories, sectors: 'any', severity, nexus, papCeiling },
      reachBack: typeof reachBack === 'number' ? atHour(reachBack) : reachBack,
      ...(approves && { releaseApproval: [{ tlp: approves, severity: null, needs: 'duty_officer' }] }),
    };
    return {
      approved: null,
      signed: [null, null],
      entered: null,
      expires: hourOrNull(bounds.expires),
      corrections: bounds.corrections,
      grants: [grant],
    };
  }

  version({ audience, exclude, embargo, ...rest }: Labels): GivenVersion {
    const ids = (handles: Partner[]) => handles.map((handle) => this.organizations[handle]);
    return {
      ...rest,
      sectors: ['banking'],
      audience: audience === 'any' ? 'any' : ids(audience),
      exclude: ids(exclude),
      embargo: hourOrNull(embargo),
      released: null,
    };
  }

  /** `In version basis` of everything that a reader may see at an instant; of two grants of one instant either is cited. */
  seen(reader: string, at: Moment): string[] {
    return decidedPure(this, this.names, { of: reader, person: null, parent: null }, at, this.countryOf).map(
      (line) => line.split(' ', 3).join(' '),
    );
  }

  private get names(): string[] {
    return this.items.map((_, index) => `I${index + 1}`);
  }

  /** Notes under which agreements a reader may have each item now. */
  note(reader: string): void {
    const grants = grantFacts(this, this.countryOf);
    const question = {
      reader,
      parent: null,
      person: null,
      at: this.now,
      subject: 'content',
      received: false,
      grants,
      channel: 'rest',
      purpose: null,
    } as const;
    for (const [index, item] of this.items.entries())
      for (const version of item.versions.keys())
        for (const { grant, released } of decide({ ...question, item: itemFacts(item, version + 1, {}) })
          .bases)
          if (grant && released) {
            const name = `${reader} ${this.names[index]}`;
            const under = this.gotUnder.get(name) ?? new Set();
            this.gotUnder.set(name, under.add(grant.terms.agreement));
          }
  }

  /**
   * Whether a reader may still hold a version it may not see any more: nothing is taken back while what it came under is
   * paused for what it is, and after its end. @param title as `I2v1`
   */
  mayKeep(reader: string, title: string): boolean {
    const [name = '', number] = title.split('v');
    const type = this.items[this.names.indexOf(name)]?.versions[Number(number) - 1]?.type ?? '';
    const grants = grantFacts(this, this.countryOf).filter(({ to }) => to === reader);
    return [...(this.gotUnder.get(`${reader} ${name}`) ?? [])].some((reference) => {
      const agreement = this.agreements.find((one) => one.reference === reference)!;
      const pauses = grants.find(({ terms }) => terms.agreement === reference)?.pauses ?? [];
      const concerning = pauses.filter(({ types }) => types === null || types.includes(type));
      return !isOpen(agreement, concerning, this.now);
    });
  }

  /** Every instant that somebody named or at which something was done. */
  boundaries(): Moment[] {
    const moments = (fact: GivenFact | null | undefined): Moment[] =>
      fact === null || fact === undefined ? [] : typeof fact === 'number' ? [fact] : [fact.effective];
    const found = [
      ...this.agreements.flatMap(({ terms, ended, suspended }) => [
        ...terms.flatMap(({ entered, expires, signed }) => [entered, expires, ...signed].flatMap(moments)),
        ...moments(ended),
        ...suspended.flatMap(({ from, until }) => [from, until].flatMap(moments)),
      ]),
      ...this.stops.flatMap(({ at, until }) => [at, until].flatMap(moments)),
      ...this.items.flatMap(({ versions, withdrawn }) => [
        ...versions.flatMap(({ released, embargo }) => [released, embargo].flatMap(moments)),
        ...moments(withdrawn),
      ]),
    ];
    return [...new Set(found)].sort((one, other) => one - other);
  }
}
