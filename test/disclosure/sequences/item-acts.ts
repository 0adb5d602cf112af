import type { World } from '../../cast';
import { change } from './agreement-acts';
import type { Labels } from './acts';
import { hourOrNull, type Model } from './model';

type Item = Model['items'][number];

/** What is done with items, over HTTP and in the model alike; each tells whether it was done. */
export class ItemActs {
  constructor(
    private readonly world: World,
    private readonly model: Model,
  ) {}

  private handling({ type, audience, exclude, embargo, public: _, ...rest }: Labels, first: boolean): object {
    const until = hourOrNull(embargo);
    const given = until !== null && until > this.model.now ? new Date(until).toISOString() : null;
    return {
      ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)),
      // What is left out of a change stays as it was.
      ...(!first && { pap: rest.pap }),
      ...{ information_type: type, sectors: ['banking'], embargo_until: given },
      audience: { include: audience === 'any' ? 'partners' : audience, exclude },
    };
  }

  /** A new item is released at once. */
  async release(labels: Labels): Promise<boolean> {
    const title = `I${this.model.items.length + 1}v1`;
    const body = { title, summary: 'Of a sequence.', handling: this.handling(labels, true) };
    const { id } = (await change(this.world, 'pkcert-analyst', 'advisories', body)) as unknown as {
      id: string;
    };
    const item: Item = { id, owner: this.model.organizations.pkcert, versions: [], withdrawn: null };
    this.model.items.push(item);
    return this.released(item, labels);
  }

  /** A new version of an item replaces the one that is out; where its release is refused, it stays a draft. */
  async version(item: Item, labels: Labels): Promise<boolean> {
    const base = item.versions.length;
    const title = `I${this.model.items.indexOf(item) + 1}v${base + 1}`;
    const former = item.versions.at(-1)!;
    const said = { ...labels, severity: labels.severity ?? former.severity ?? null };
    const body = { base, title, handling: this.handling(said, false) };
    if (!(await change(this.world, 'pkcert-analyst', `advisories/${item.id}/versions`, body))) return false;
    return this.released(item, said);
  }

  private async released(item: Item, labels: Labels): Promise<boolean> {
    const { now } = this.model;
    const version = this.model.version(labels);
    if (version.embargo !== null && version.embargo <= now) version.embargo = null;
    item.versions.push(version);
    const body = { version: item.versions.length, public: labels.public && labels.tlp === 'CLEAR' };
    version.public = body.public;
    if (!(await change(this.world, 'pkcert-releaser', `advisories/${item.id}/release`, body))) return false;
    version.released = now;
    return true;
  }

  async withdraw(item: Item): Promise<boolean> {
    const body = { reason: 'Of a sequence.' };
    if (!(await change(this.world, 'pkcert-releaser', `advisories/${item.id}/withdrawal`, body)))
      return false;
    item.withdrawn = this.model.now;
    return true;
  }

  /** The latest version, whether or not it is out. */
  async approve(item: Item): Promise<boolean> {
    const version = item.versions.length;
    const body = { item: item.id, version, level: 'duty_officer' };
    if (!(await change(this.world, 'pkcert-duty-officer', 'approvals', body))) return false;
    const approval = { version, level: 'duty_officer' as const, ministry: null, from: this.model.now };
    item.approvals = [...(item.approvals ?? []), approval];
    return true;
  }

  /** Lets nobody read anything. */
  async tell(item: Item, to: string): Promise<boolean> {
    const told_at = new Date(this.model.now).toISOString();
    await change(this.world, 'pkcert-duty-officer', 'tellings', { to, item: item.id, how: 'call', told_at });
    return true;
  }
}
