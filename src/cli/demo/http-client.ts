import { createHash } from 'node:crypto';

/** An event of the feed, or an item of a list, as far as the story looks. */
export interface Shown {
  event?: string;
  notice?: string;
  id?: string;
  title?: string;
  tlp?: string;
  version?: number;
  parts?: { title: string; text: string }[];
  documents?: { projection: string; href: string; sha256: string }[];
  item?: Shown;
  verified?: number;
  side?: string;
}

/** The web API's JSON, as far as the story looks into it. */
export interface Json extends Shown {
  type?: string;
  errors?: { field: string; rule: string; message: string }[];
  items?: Shown[];
  more?: boolean;
  next?: string | null;
  state?: { statements: string[]; in_force: boolean };
  facts?: { id: string; kind: string }[];
  access_token?: string;
  key?: string;
  advisory?: string;
  incident?: string;
  status?: string;
}

/** An answer as it came over the wire. */
export interface Answer {
  status: number;
  headers: Headers;
  bytes: Buffer;
  sha256: string;
  json: Json;
}

/** Who hears every answer. */
export type Listener = (method: string, path: string, answer: Answer) => void;

/** Real HTTP to the running server, as one caller. */
export class Client {
  /** Every answer with a body, for the comparison with the auditor's export. */
  readonly received: { path: string; answer: Answer }[] = [];

  constructor(
    private readonly origin: string,
    private readonly credential?: string,
    private readonly heard: Listener = () => undefined,
  ) {}

  /** The same server, as another caller. */
  withCredential(credential: string | undefined): Client {
    return new Client(this.origin, credential, this.heard);
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.origin}${path}`, {
      method,
      body:
        body === undefined ? undefined : Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body),
      headers: {
        'X-Request-Id': 'the-story', // one for all, so that answers can be compared byte for byte
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(this.credential ? { Authorization: `Bearer ${this.credential}` } : {}),
        ...headers,
      },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
    const json = (isJson && bytes.length ? JSON.parse(bytes.toString()) : {}) as Json;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const answer = { status: response.status, headers: response.headers, bytes, sha256, json };
    if (response.status === 200 && method === 'GET') this.received.push({ path, answer });
    this.heard(method, path, answer);
    return answer;
  }

  get = (path: string, headers?: Record<string, string>): Promise<Answer> =>
    this.send('GET', path, undefined, headers);
  /** A change that takes no body. */
  ask = (path: string): Promise<Answer> => this.send('POST', path);
  post = (path: string, body: unknown = {}): Promise<Answer> => this.send('POST', path, body);
}
