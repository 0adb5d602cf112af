import type { Response } from 'supertest';
import type { Caller } from '../cast';
import { expected, type Sharing } from '../disclosure/sharing-world';

/** Who reads knows these: a cursor from before, what the texts of the item have in them, and what it came under. */
interface Told {
  before: string;
  canary: string;
  agreement: string;
}
export interface Answered {
  path: string;
  answer: Response;
}

/** Every path by which the item was read, with the tags and cursors that came of it. */
export class Paths {
  private readonly known = new Map<string, string>();

  private constructor(private readonly paths: readonly string[]) {}

  static async of(sharing: Sharing, caller: Caller, { before, canary, agreement }: Told): Promise<Paths> {
    const list = '/api/v1/advisories';
    const { items } = (await expected(200, caller.get(`${list}?text=${canary}`))) as {
      items: { id: string; reference: string }[];
    };
    const { id, reference } = items[0]!;
    const page = (await expected(200, caller.get(`${list}?limit=1`))) as { next: string };
    return new Paths([
      `${list}/${id}`,
      `${list}/${id}/csaf`,
      list,
      `${list}?limit=1&cursor=${page.next}`,
      `${list}?text=${canary}`,
      `${list}?reference=${reference}`,
      `${list}?originator=pkcert&tlp=GREEN&sort=-released_to_you&fields=title,id`,
      `${list}?scope=own`,
      `/api/v1/incidents?text=${canary}`,
      `/api/v1/incidents/${id}`,
      '/api/v1/feed',
      `/api/v1/feed?cursor=${before}`,
      '/api/v1/me',
      '/api/v1/me/identity',
      '/api/v1/agreements',
      `/api/v1/agreements/${agreement}`,
      `/api/v1/agreements/${agreement}/terms/1/canonical`,
      '/api/v1/pauses',
      '/api/v1/reports',
      '/api/v1/acknowledgements',
      ...['explain', 'replay', 'preview'].map(
        (question) =>
          `/api/v1/decisions/${question}?item=${id}&team=cncert&at=${sharing.world.clock.now().toISOString()}`,
      ),
      `/api/v1/decisions/explain?item=${reference}&team=cncert`,
      `/api/v1/decisions/what-if/items?step=end&agreement=${agreement}`,
      `/api/v1/decisions/what-if/csv?step=end&agreement=${agreement}`,
    ]);
  }

  /** Asks for all of it for the first time. */
  async ask(caller: Caller): Promise<Answered[]> {
    const answers: Answered[] = [];
    for (const path of this.paths) {
      const answer = await caller.get(path);
      answers.push({ path, answer });
      const { etag } = answer.headers as { etag?: string };
      if (etag !== undefined && !this.known.has(path)) this.known.set(path, etag);
    }
    return answers;
  }

  /** Asks as somebody who holds the tags of the first answers. */
  async askKnown(caller: Caller): Promise<Answered[]> {
    const answers: Answered[] = [];
    for (const [path, tag] of this.known)
      answers.push({ path: `${path}, known`, answer: await caller.get(path).set('If-None-Match', tag) });
    return answers;
  }

  /** Asks in both ways; the tags stay those of the first answers. */
  async askAgain(caller: Caller): Promise<Answered[]> {
    const held = await this.askKnown(caller);
    return [...(await this.ask(caller)), ...held];
  }
}
