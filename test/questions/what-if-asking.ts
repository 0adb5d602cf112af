import type { Response } from 'supertest';
import type { ChangedItem, WhatIfPage, WhatIfView } from '../../src/agreements';
import type { PersonKey, World } from '../cast';
import { DECISIONS } from './asking';

export const WHAT_IF = `${DECISIONS}/what-if`;

/** Asks over HTTP what a step would change. */
export class WhatIfDesk {
  constructor(
    private readonly world: World,
    private readonly person: PersonKey = 'pkcert-liaison',
  ) {}

  ask(query: object, part: '' | '/items' | '/csv' = ''): Promise<Response> {
    return this.world
      .as(this.person)
      .get(`${WHAT_IF}${part}`)
      .query(query)
      .then((answer) => answer);
  }

  private async answer(query: object, part: '' | '/items' | '/csv'): Promise<Response> {
    const answer = await this.ask(query, part);
    if (answer.status !== 200) throw new Error(`${JSON.stringify(query)}: ${answer.status} ${answer.text}`);
    return answer;
  }

  async counts(query: object): Promise<WhatIfView> {
    return (await this.answer(query, '')).body as WhatIfView;
  }

  async page(query: object): Promise<WhatIfPage> {
    return (await this.answer(query, '/items')).body as WhatIfPage;
  }

  /** All pages, of so many items each. */
  async items(query: object, limit = 200): Promise<ChangedItem[]> {
    const items: ChangedItem[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: WhatIfPage = await this.page({ ...query, limit, cursor });
      items.push(...page.items);
      cursor = page.next;
    }
    return items;
  }

  async csv(query: object): Promise<string> {
    return (await this.answer(query, '/csv')).text;
  }
}
