import type { Caller } from '../../cast';

interface Page {
  items: { event: string; id?: string; item?: { id: string; title: string } }[];
  next: string;
  more: boolean;
}

/** A partner's tool: it pulls with a cursor of its own and keeps what it was told, by the id it was told with. */
export class Tool {
  private cursor = '';
  private readonly kept = new Map<string, string>();

  constructor(
    readonly name: string,
    private readonly caller: Caller,
  ) {}

  /** Everything it holds, in order. */
  get holds(): string[] {
    return [...this.kept.values()].sort();
  }

  /**
   * One page. What it holds may come again as updated, where it goes on under another agreement.
   * @returns whether there is more. @throws Error where it is told as new what it holds already
   */
  async pull(limit: number): Promise<boolean> {
    const { body, status, text } = await this.caller.get(`/api/v1/feed?limit=${limit}${this.cursor}`);
    if (status !== 200) throw new Error(`${this.name}: ${status} ${text}`);
    const { items, next, more } = body as Page;
    if (items.length > limit || (more && items.length < limit && limit > 2))
      throw new Error(`${this.name}: a page of ${items.length} for ${limit}, more: ${more}`);
    this.cursor = `&cursor=${next}`;
    for (const { event, id, item } of items)
      if (item) {
        if (event === 'added' && this.kept.get(item.id) === item.title)
          throw new Error(`${this.name} is told of ${item.title} as new and holds it already`);
        this.kept.set(item.id, item.title);
      } else if (event !== 'notice') this.kept.delete(id!);
    return more;
  }

  /** @throws Error where there is no end of it */
  async pullAll(limit = 1000): Promise<void> {
    for (let pages = 0; await this.pull(limit); pages += 1)
      if (pages > 200) throw new Error(`${this.name}: there is always more`);
  }
}
