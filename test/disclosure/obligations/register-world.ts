import type { NoticeView } from '../../../src/disclosure/obligations/notices/notices.dto';
import type { OwedPage, OwedSummary, OwedView } from '../../../src/disclosure/obligations/obligation.view';
import type { Caller, World } from '../../cast';
import { expected, type Pulled, Sharing } from '../sharing-world';

export const DAY = 86_400_000;
export const iso = (at: number) => new Date(at).toISOString();
export const PATH = '/api/v1/obligations';
export const NOTICES = '/api/v1/obligation-notices';
export const ABSENT = '0b9e4c1a-0000-4000-8000-000000000000';
const OBLIGATIONS = {
  acknowledge_within: { minutes: 60 },
  retention_days: 30,
  breach_notice_hours: 24,
  destruction: { means: 'delete', certificate: true, logs_exempt: true },
  legal_hold: 'recipient',
  post_termination: { rule: 'return', days: 10 },
};

/** The status and the code of a refusal. */
export async function code(request: PromiseLike<{ status: number; body: unknown }>) {
  const { status, body } = await request;
  return [status, (body as { type: string }).type.replace('/problems/', '')];
}

/** PKCERT shares with CNCERT and with Corvia, which owe the same; what is released here goes to CNCERT alone. */
export class Register {
  readonly world: World;
  private constructor(readonly sharing: Sharing) {
    this.world = sharing.world;
  }

  static async start(): Promise<Register> {
    const register = new Register(await Sharing.start());
    await register.sharing.inForce('cncert', 'PK-CN-OWES', { obligations: OBLIGATIONS });
    await register.sharing.inForce('corvia', 'PK-CO-OWES', { obligations: OBLIGATIONS });
    return register;
  }

  // Asked each time, since sessions end while days pass.
  cn = (): Caller => this.world.as('cncert-liaison');
  pk = (): Caller => this.world.as('pkcert-liaison');

  async pull(cursor?: string): Promise<Pulled & { items: { item: { id: string } }[] }> {
    this.world.clock.advance(1000);
    const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
    return (await expected(200, this.world.withKey('cncert').get(`/api/v1/feed${query}`))) as never;
  }

  async received(title = 'One') {
    await this.sharing.released(title, { audience: { include: ['cncert'] } });
    return this.pull();
  }

  async list(by: Caller, query = ''): Promise<OwedSummary[]> {
    return ((await expected(200, by.get(`${PATH}?${query}`))) as OwedPage).items;
  }

  /** The one set that a query finds; a failure where there are others. */
  async single(by: Caller, query: string): Promise<OwedSummary> {
    const [found, ...others] = await this.list(by, query);
    expect(others).toEqual([]);
    return found!;
  }

  async show(by: Caller, id: string): Promise<OwedView> {
    return (await expected(200, by.get(`${PATH}/${id}`))) as OwedView;
  }

  async file(by: Caller, body: object): Promise<NoticeView> {
    const notice = { agreement: 'PK-CN-OWES', to: 'pkcert', statement: 'All of it.', ...body };
    return (await expected(201, by.post(NOTICES).send(notice))) as NoticeView;
  }

  /** What the logs of a side say of obligations and notices, by kind. */
  async told(side: 'pkcert' | 'cncert'): Promise<string[]> {
    const auditor = this.world.as(`${side}-auditor`);
    const { items } = (await expected(200, auditor.get('/api/v1/logs'))) as { items: { id: string }[] };
    const kinds: string[] = [];
    for (const { id } of items) {
      const { text } = await auditor.get(`/api/v1/logs/${id}/entries?format=jsonl`);
      const lines = text.split('\n').filter(Boolean);
      kinds.push(...lines.map((line) => (JSON.parse(line) as { kind: string }).kind));
    }
    return kinds.filter((kind) => /^(obligation|notice)\//.test(kind)).sort();
  }
}
