import { countryOfHandle } from '../../cases/given-facts';
import { emptyWorld } from '../../cases/empty-world';
import type { OrganizationKey, World } from '../../cast';
import { Witnesses } from '../witnesses';
import { type Act, PARTNERS, type Sequence } from './acts';
import { AgreementActs } from './agreement-acts';
import { ItemActs } from './item-acts';
import { Model, START } from './model';
import { Onlookers } from './onlookers';

/** What was done and asked so far. */
export interface Tally {
  worlds: number;
  answers: number;
  granted: number;
  acts?: number;
  skipped?: number;
}

/** Plays a sequence from an empty world on; after each act everybody is asked. @throws Error where two answers differ */
export class Play {
  private readonly model: Model;
  private readonly agreements: AgreementActs;
  private readonly items: ItemActs;
  private readonly onlookers: Onlookers;
  private readonly witnesses: Witnesses;

  constructor(
    private readonly world: World,
    private readonly counted: Tally,
  ) {
    const { pkcert, cncert, corvia, moitt } = world.organizations;
    const handles = new Map(Object.entries(world.organizations).map(([handle, id]) => [id, handle]));
    this.model = new Model({ pkcert, cncert, corvia, moitt }, (id) =>
      countryOfHandle(handles.get(id) as OrganizationKey),
    );
    this.agreements = new AgreementActs(world, this.model);
    this.items = new ItemActs(world, this.model);
    this.witnesses = new Witnesses(world);
    this.onlookers = new Onlookers(world, this.witnesses, this.model, counted);
  }

  async run({ begun, acts }: Sequence): Promise<void> {
    await emptyWorld(this.world.owner);
    this.counted.worlds += 1;
    this.moveTo(START);
    await this.begin(begun);
    await this.onlookers.begin();
    for (const { look, ...act } of acts) {
      const counted = (await this.act(act)) ? 'acts' : 'skipped';
      this.counted[counted] = (this.counted[counted] ?? 0) + 1;
      await this.onlookers.ask(act, look);
    }
    await this.onlookers.end();
  }

  private moveTo(at: number): void {
    this.model.now = at;
    this.world.clock.set(new Date(at).toISOString());
  }

  /** Agreements that are in force since before the beginning. */
  private async begin(begun: Sequence['begun']): Promise<void> {
    for (const { partner, bounds } of begun) {
      const { pkcert, [partner]: other } = this.model.organizations;
      const terms = this.model.terms(partner, bounds);
      Object.assign(terms, { signed: [START - 1, START - 1], entered: START - 1 });
      const reference = `PK-${this.model.agreements.length + 1}`;
      const standing = { reference, parties: [pkcert, other], authority: null, terms: [terms], ended: null };
      const agreement = { ...standing, partner, suspended: [], steps: [] };
      this.model.agreements.push(agreement);
      await this.witnesses.given.agreement(reference, agreement);
    }
  }

  private async act(act: Act): Promise<boolean> {
    const { agreements, items, pauses } = this.model;
    const nth = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length];
    const of = async <T>(list: readonly T[], n: number, doing: (one: T) => Promise<boolean>) => {
      const one = nth(list, n);
      return one === undefined ? false : doing(one);
    };
    switch (act.do) {
      case 'draft':
      case 'agree':
        return this.agreements.draft(act);
      case 'propose':
      case 'amend':
        return of(agreements, act.nth, (one) => this.agreements.propose(one, act));
      case 'step':
        return of(
          agreements.filter(({ steps }) => steps.length > 0),
          act.nth,
          (one) => this.agreements.step(one, act.enters),
        );
      case 'drop':
        return of(agreements, act.nth, (one) => this.agreements.drop(one, act));
      case 'suspend':
        return of(agreements, act.nth, (one) => this.agreements.suspend(one, act));
      case 'stop':
        return this.agreements.stop(act.partner);
      case 'resume': {
        const open = pauses.filter(({ stands }) => stands.until === null || stands.until > this.model.now);
        return of(open, act.nth, (one) => this.agreements.resume(one));
      }
      case 'notice':
      case 'end':
        return of(agreements, act.nth, (one) => this.agreements.end(one, act));
      case 'release':
        return this.items.release(act.labels);
      case 'version':
        return of(items, act.nth, (one) => this.anew(one, () => this.items.version(one, act.labels)));
      case 'withdraw':
        return of(items, act.nth, (one) => this.anew(one, () => this.items.withdraw(one)));
      case 'approve':
        return of(items, act.nth, (one) => this.items.approve(one));
      case 'tell':
        return of(items, act.nth, (one) => this.items.tell(one, act.partner));
      case 'wait':
        return this.wait(act);
      case 'pull':
        return this.onlookers.slowPull(PARTNERS.indexOf(act.partner), act.limit);
    }
  }

  /** Two releases have an instant each; what is done to an item in the millisecond of its release counts from the next. */
  private anew({ versions }: Model['items'][number], doing: () => Promise<boolean>): Promise<boolean> {
    if (versions.some(({ released }) => released === this.model.now)) this.moveTo(this.model.now + 1);
    return doing();
  }

  private wait({ boundary, offset }: Extract<Act, { do: 'wait' }>): Promise<boolean> {
    const { now } = this.model;
    const ahead = this.model.boundaries().filter((at) => at > now);
    const to = ahead.length > 0 ? ahead[boundary % ahead.length]! + offset : now + 1 + boundary;
    this.moveTo(Math.max(to, now));
    return Promise.resolve(true);
  }
}
