import { expected, Sharing } from '../disclosure/sharing-world';
import type { ChangedItem } from '../../src/agreements';
import type { World } from '../cast';
import { Desk } from './asking';

export const TEAMS = ['cncert', 'corvia', 'dunmere'] as const;
export type Team = (typeof TEAMS)[number];

/** Numbers that look random and come again with the same seed. */
export class Dice {
  constructor(private state: number) {}

  /** A whole number below `sides`. */
  below(sides: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * sides);
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }
}

/** A step as it is asked about, and how it is really taken. */
export interface Taken {
  query: Record<string, string | number>;
  take: () => Promise<unknown>;
}

interface Standing {
  partner: Team;
  reference: string;
  terms: number;
  ended: boolean;
}

/** PKCERT with a catalogue, agreements with three teams, and random steps of them. */
export class History {
  readonly items: string[] = [];
  private readonly agreements: Standing[] = [];

  private constructor(
    readonly sharing: Sharing,
    private readonly dice: Dice,
  ) {}

  static async start(seed: number): Promise<History> {
    const history = new History(await Sharing.start(), new Dice(seed));
    for (const partner of TEAMS) await history.agree(partner);
    for (let count = 0; count < 14; count += 1) await history.release(count);
    await history.agree('cncert');
    history.sharing.world.clock.advance(1000);
    return history;
  }

  get world(): World {
    return this.sharing.world;
  }

  private async agree(partner: Team): Promise<void> {
    const reference = `PK-${this.agreements.length}`;
    await this.sharing.inForce(partner, reference, this.grant());
    this.agreements.push({ partner, reference, terms: 1, ended: false });
    this.world.clock.advance(1000);
  }

  private grant(): object {
    const { dice } = this;
    return {
      clause: `Art. ${dice.below(9) + 1}`,
      information_types: [{ type: 'threat_report', tlp_ceiling: dice.of(['CLEAR', 'GREEN', 'AMBER']) }],
      categories: dice.of<'any' | string[]>(['any', 'any', ['fraud'], ['malicious-code']]),
      sectors: dice.of<'any' | string[]>(['any', 'any', ['banking'], ['banking', 'energy']]),
      reach_back: dice.of(['none', 'all', 'all']),
    };
  }

  private async release(count: number): Promise<void> {
    const { dice } = this;
    const tlp = dice.of(['CLEAR', 'GREEN', 'GREEN', 'AMBER']);
    const handling = {
      tlp,
      categories: [dice.of(['fraud/phishing', 'malicious-code/c2-server'])],
      sectors: [dice.of(['banking', 'energy'])],
      audience: { include: dice.of<'partners' | Team[]>(['partners', 'partners', ['cncert', 'corvia']]) },
    };
    const everybody = tlp === 'CLEAR' && dice.below(2) === 0;
    this.items.push(await this.sharing.released(`Item ${count}`, handling, everybody));
    this.world.clock.advance(1000);
  }

  /** A step that is possible now. */
  async step(): Promise<Taken> {
    const { dice } = this;
    const open = this.agreements.filter(({ ended }) => !ended);
    const kind = dice.of(['enter', 'enter', 'enter', 'suspend', 'stop', 'resume', 'resume', 'end']);
    const agreement = dice.of(open);
    if (kind === 'end' && open.length > 2) return this.end(agreement);
    if (kind === 'suspend') return this.suspend(agreement);
    if (kind === 'stop') return this.stop(agreement);
    if (kind === 'resume') return this.resumption(agreement);
    return this.amend(agreement);
  }

  /** Terms as far on their way as it happens; the rest of the way is the step. */
  private async amend(agreement: Standing): Promise<Taken> {
    const { reference, partner } = agreement;
    const path = `/api/v1/agreements/${reference}/terms`;
    const post =
      (who: 'pkcert' | Team, at: string, body: object = {}) =>
      () =>
        expected(201, this.world.as(`${who}-liaison`).post(at).send(body));
    const grant = { from: 'pkcert', to: partner, ...this.grant() };
    await post('pkcert', path, { grants: [grant] })();
    agreement.terms += 1;
    const own = `${path}/${agreement.terms}`;
    const steps = [
      post('pkcert', `${own}/submission`),
      post('pkcert', `${own}/signatures`),
      post(partner, `${own}/signatures`),
      post('pkcert', `${own}/entry-into-force`),
    ];
    const done = this.dice.below(steps.length);
    for (const step of steps.slice(0, done)) await step();
    return {
      query: { step: 'enter', agreement: reference, terms: agreement.terms },
      take: async () => {
        for (const step of steps.slice(done)) await step();
      },
    };
  }

  private end(agreement: Standing): Taken {
    const take = async () => {
      await this.sharing.end(agreement.reference);
      agreement.ended = true;
    };
    return { query: { step: 'end', agreement: agreement.reference }, take };
  }

  private suspend({ reference, partner }: Standing): Taken {
    const direction = { from: 'pkcert', to: partner };
    const one = this.dice.below(2) === 0;
    const body = { reason: 'Of a test.', ...(one ? { direction } : {}) };
    const path = `/api/v1/agreements/${reference}/suspensions`;
    const take = () => expected(201, this.world.as('pkcert-liaison').post(path).send(body));
    return { query: { step: 'suspend', agreement: reference, ...(one ? direction : {}) }, take };
  }

  private stop({ partner }: Standing): Taken {
    return { query: { step: 'stop', to: partner }, take: () => this.sharing.stop(partner) };
  }

  /** One of two pauses ends; the other may be of the same partner, and go on. */
  private async resumption(agreement: Standing): Promise<Taken> {
    const open = this.agreements.filter(({ ended }) => !ended);
    const pauses = [this.suspend(agreement), this.stop(this.dice.of(open))];
    for (const { take } of pauses) {
      await take();
      this.world.clock.advance(1000);
    }
    const pause = this.dice.of(await this.openPauses());
    return { query: { step: 'resume', pause }, take: () => this.sharing.resume(pause) };
  }

  private async openPauses(): Promise<string[]> {
    const path = '/api/v1/pauses?open=true&limit=200';
    const { items } = (await expected(200, this.world.as('pkcert-liaison').get(path))) as {
      items: { id: string }[];
    };
    return items.map(({ id }) => id);
  }

  /** Ends every pause, so that there is something to lose again. */
  async resume(): Promise<void> {
    for (const id of await this.openPauses()) await this.sharing.resume(id);
  }

  /** The titles of each team's list, as its system is answered. */
  async lists(): Promise<Record<Team, string[]>> {
    this.world.clock.advance(1000);
    const list = async (team: Team): Promise<[Team, string[]]> => {
      const path = '/api/v1/advisories?limit=200';
      const { items } = (await expected(200, this.world.withKey(team).get(path))) as {
        items: { title: string }[];
      };
      return [team, items.map(({ title }) => title).sort()];
    };
    return Object.fromEntries(await Promise.all(TEAMS.map(list))) as Record<Team, string[]>;
  }

  /** On what each team sees each item, as the owner is told, by team and item. */
  async bases(): Promise<Map<string, ChangedItem['before']>> {
    const desk = new Desk(this.world);
    const found = new Map<string, ChangedItem['before']>();
    for (const team of TEAMS)
      for (const item of this.items) found.set(`${team} ${item}`, (await desk.explain(item, team)).cited);
    return found;
  }
}
