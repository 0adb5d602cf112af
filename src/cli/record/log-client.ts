import type { ConsistencyProofView, Log, LogKeysView } from '../../record';

const PATIENCE = 30_000;

/** What was asked for is not there, or not for this key. */
export class Absent extends Error {}

/** The logs of an installation, over HTTP, as a system with a key to witness. */
export class LogClient {
  private readonly base: string;

  constructor(
    url: string,
    private readonly key: string,
  ) {
    this.base = url.replace(/\/+$/, '');
  }

  async logs(): Promise<Log[]> {
    return ((await this.json('/api/v1/logs')) as { items: Log[] }).items;
  }

  keys(log: string): Promise<LogKeysView> {
    return this.json(`/api/v1/logs/${log}/keys`) as Promise<LogKeysView>;
  }

  async checkpoint(log: string): Promise<string> {
    return (await this.ask(`/api/v1/logs/${log}/checkpoint`)).text();
  }

  async consistency(log: string, from: number, to: number): Promise<Buffer[]> {
    const { proof } = (await this.json(
      `/api/v1/logs/${log}/consistency?from=${from}&to=${to}`,
    )) as ConsistencyProofView;
    return proof.map((hash) => Buffer.from(hash, 'base64'));
  }

  async cosign(log: string, size: number, cosignature: string): Promise<void> {
    await this.ask(`/api/v1/logs/${log}/cosignatures`, { size, cosignature });
  }

  private async json(path: string): Promise<unknown> {
    return (await this.ask(path)).json();
  }

  /** @throws Error with what the installation said */
  private async ask(path: string, body?: object): Promise<Response> {
    const answer = await fetch(`${this.base}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        Authorization: `Bearer ${this.key}`,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE),
      redirect: 'error',
    });
    if (answer.ok) return answer;
    const problem = (await answer.json().catch(() => ({}))) as { detail?: string };
    const kind = answer.status === 404 ? Absent : Error;
    throw new kind(
      `${path} was answered with ${answer.status}: ${problem.detail ?? 'nothing more was said'}`,
    );
  }
}
