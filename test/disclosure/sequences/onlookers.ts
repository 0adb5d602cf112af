import { PUBLIC_TEAM } from '../../../src/platform/viewer';
import type { Caller, World } from '../../cast';
import type { Moment } from '../../cases/given-world';
import type { Witnesses } from '../witnesses';
import type { Act } from './acts';
import type { Model } from './model';
import type { Tally } from './play';
import { Tool } from './tool';

/** `In version basis` of what everybody sees at some instants, each with its reader and instant. */
const SEEN = `
  SELECT r.id || ' ' || app.millis(m.at) AS question, split_part(i.title, 'v', 1) || ' ' || i.number || ' ' || v.basis AS line
  FROM unnest($1::uuid[]) r(id) CROSS JOIN unnest($2::timestamptz[]) m(at) CROSS JOIN LATERAL app.visible(r.id, m.at) v
  JOIN item_version i ON i.id = v.item_version_id`;

interface Reader {
  name: string;
  id: string;
  caller: Caller;
  /** The tool that was there all along, and one that pulls now and then. */
  standing: Tool;
  slow: Tool;
}

/** Everybody who asks after each act, and what their tools hold. */
export class Onlookers {
  private readonly readers: Reader[];

  constructor(
    private readonly world: World,
    private readonly witnesses: Witnesses,
    private readonly model: Model,
    private readonly counted: Tally,
  ) {
    const { cncert, corvia } = world.organizations;
    const reader = (name: string, id: string, caller: Caller): Reader => ({
      ...{ name, id, caller },
      standing: new Tool(`The standing tool of ${name}`, caller),
      slow: new Tool(`The slow tool of ${name}`, caller),
    });
    this.readers = [
      reader('cncert', cncert, world.withKey('cncert')),
      reader('corvia', corvia, world.withKey('corvia')),
      reader('public', PUBLIC_TEAM, world.anonymous()),
    ];
  }

  async begin(): Promise<void> {
    for (const { standing, slow } of this.readers) {
      await standing.pullAll();
      await slow.pullAll();
    }
  }

  async slowPull(index: number, limit: number): Promise<boolean> {
    await this.readers[index]!.slow.pull(limit);
    return true;
  }

  /** @throws Error where the function, the SQL and HTTP disagree */
  async ask(act: Act, look: boolean): Promise<void> {
    for (const { id } of this.readers) this.model.note(id);
    await this.overInstants(act, false);
    if (look) await Promise.all(this.readers.map((reader) => this.overHttp(reader, act)));
  }

  async end(): Promise<void> {
    for (const { id } of this.readers) this.model.note(id);
    await this.overInstants('at the end', true);
    await Promise.all(
      this.readers.map(async (reader) => {
        await this.overHttp(reader, 'at the end');
        await this.overFacts(reader, 'at the end');
        const anew = new Tool(`A new tool of ${reader.name}`, reader.caller);
        await anew.pullAll(2);
        this.agree(reader, 'at the end', anew.name, this.titles(reader), anew.holds);
        await reader.slow.pullAll(3);
        this.holds(reader, 'at the end', reader.slow);
      }),
    );
  }

  private titles({ id }: Reader): string[] {
    return this.model
      .seen(id, this.model.now)
      .map((line) => line.split(' ', 2).join('v'))
      .sort();
  }

  private agree(reader: Reader, when: unknown, who: string, expected: unknown, found: unknown): void {
    if (JSON.stringify(expected) === JSON.stringify(found)) return;
    const at = new Date(this.model.now).toISOString();
    const said = `asked after ${JSON.stringify(when)}`;
    throw new Error(
      `${reader.name} at ${at}, ${said}\n  the model ${JSON.stringify(expected)}\n  ${who} ${JSON.stringify(found)}`,
    );
  }

  /** visible() answers, now and around what is near or, at the end, around all there was, as the model has it. */
  private async overInstants(when: unknown, all: boolean): Promise<void> {
    const { now } = this.model;
    const bounds = this.model.boundaries();
    const near = all ? bounds : bounds.filter((at) => at > now).slice(0, 2);
    const instants: Moment[] = [...new Set([now, ...near].flatMap((at) => [at - 1, at, at + 1]))];
    const rows = await this.world.owner.query<{ question: string; line: string }[]>(SEEN, [
      this.readers.map(({ id }) => id),
      instants.map((at) => new Date(at)),
    ]);
    const seen = Map.groupBy(rows, ({ question }) => question);
    for (const reader of this.readers)
      for (const at of instants) {
        const found = (seen.get(`${reader.id} ${at}`) ?? []).map(({ line }) => line).sort();
        this.counted.answers += 1;
        if (at === now) this.counted.granted += found.filter((line) => line.endsWith(' grant')).length;
        this.agree(reader, [when, new Date(at)], 'visible()', this.model.seen(reader.id, at), found);
      }
  }

  /** decide() from the facts in the database. */
  private async overFacts(reader: Reader, when: unknown): Promise<void> {
    const [one, other] = await Promise.all([
      this.witnesses.visible(reader.id, this.model.now),
      this.witnesses.decided(reader.id, this.model.now),
    ]);
    this.agree(
      reader,
      when,
      'decide() from the database, where visible() says what is called the model,',
      one,
      other,
    );
  }

  private async overHttp(reader: Reader, when: unknown): Promise<void> {
    this.counted.answers += 1;
    await reader.standing.pullAll();
    const { body, status } = (await reader.caller.get('/api/v1/advisories?limit=200')) as {
      body: { items: { title: string }[] };
      status: number;
    };
    this.agree(
      reader,
      when,
      'the list',
      [200, this.titles(reader)],
      [status, (body.items ?? []).map(({ title }) => title).sort()],
    );
    this.holds(reader, when, reader.standing);
  }

  /** A tool has everything that may be seen, as it is now, and else only what nobody could take back. */
  private holds(reader: Reader, when: unknown, tool: Tool): void {
    const titles = this.titles(reader);
    const holds = tool.holds;
    const rest = [...holds];
    const missing = titles.filter((title) => {
      const place = rest.indexOf(title);
      if (place >= 0) rest.splice(place, 1);
      return place < 0;
    });
    const kept = rest.filter((title) => !this.model.mayKeep(reader.id, title));
    if (missing.length + kept.length === 0) return;
    this.agree(
      reader,
      when,
      `${tool.name}, which lacks ${missing.join()} and should not keep ${kept.join()},`,
      titles,
      holds,
    );
  }
}
