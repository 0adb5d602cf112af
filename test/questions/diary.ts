import type { DecisionView } from '../../src/disclosure';
import type { World } from '../cast';
import { Desk } from './asking';

/** What an explanation said at an instant, or that there was no such version yet. */
interface Page {
  at: string;
  title: string;
  team: string;
  version: number | undefined;
  said: DecisionView;
}

/** Of whom is asked: all of them of the first item, and of the others who else there is. */
const PARTNERS = ['cncert', 'corvia', 'dunmere'];
const OTHERS = ['cncert', 'public', 'pkcert'];
const HOUR = 3_600_000;

/** Asks again and again while history is made, and keeps every answer with its instant. */
export class Diary {
  readonly pages: Page[] = [];
  readonly items = new Map<string, string>();
  /** Titles of items that have a second version. */
  readonly amended = new Set<string>();
  private readonly desk: Desk;

  constructor(private readonly world: World) {
    this.desk = new Desk(world);
  }

  /** Something happens; everything is asked at that instant, and again an hour later, when nothing more has happened. */
  async happens(what: () => Promise<unknown>): Promise<void> {
    // What was asked just before lies a moment before what happens now.
    this.world.clock.advance(1);
    await what();
    await this.write();
    this.world.clock.advance(HOUR);
    await this.write();
  }

  /** An item comes to be. */
  async item(title: string, made: () => Promise<string>): Promise<void> {
    await this.happens(async () => this.items.set(title, await made()));
  }

  private async write(): Promise<void> {
    const at = this.world.clock.now().toISOString();
    for (const [place, [title, id]] of [...this.items].entries())
      for (const team of place === 0 ? PARTNERS : OTHERS)
        for (const version of [undefined, 1, 2]) {
          // Of the former version as soon as there is a later one.
          if (version !== undefined && !this.amended.has(title)) continue;
          const said = await this.desk.explain(id, team, version);
          this.pages.push({ at, title, team, version, said });
        }
  }

  /** What replaying says of a page now, without what was recorded beside it. */
  async replayed({ at, title, team, version }: Page): Promise<DecisionView> {
    const {
      recorded: _recorded,
      differences,
      ...view
    } = await this.desk.replay(this.items.get(title)!, team, at, version);
    if (differences.length > 0) throw new Error(`${title}, ${team}, ${at}: ${JSON.stringify(differences)}`);
    return view;
  }
}
