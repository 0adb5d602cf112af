import request from 'supertest';
import { AccessTokens, BrowserSessions } from '../../src/accounts';
import type { Language } from '../../src/portal/messages/locales';
import { newId } from '../../src/platform/ids';
import { BEGIN_SESSION, castMember, PASSWORD, type PersonKey, REQUEST_ID, type World } from '../cast';

/** What a browser is answered; redirections are not followed. */
export interface Seen {
  status: number;
  text: string;
  /** Where it is sent on to. */
  location: string | undefined;
  headers: Record<string, string>;
  /** The cookies that it sets, as the headers have them. */
  setCookies: string[];
}

type Fields = Record<string, string | readonly string[] | undefined>;
type Headers = Record<string, string>;

/** The name of the cookie of who is signed in, where the connection is not protected. */
export const SESSION_COOKIE = 'accord-session';
/** What a page has for the button that keeps what was read on it. */
export const seenIn = (text: string): string => /name="seen" value="([\w-]+)"/.exec(text)?.[1] ?? '';
const CSRF = /name="csrf" value="([\w-]*)"/;

/** A browser without script: it keeps cookies, and sends forms as the pages have them. */
export class Browser {
  readonly cookies = new Map<string, string>();
  private token: string | undefined;

  constructor(private readonly url: string) {}

  async get(path: string, headers: Headers = {}): Promise<Seen> {
    return this.send(request(this.url).get(path), headers);
  }

  /** Sends a form from a page of this session; fields that are undefined are left out. */
  async post(path: string, fields: Fields = {}, headers: Headers = {}): Promise<Seen> {
    return this.submit(path, { csrf: await this.csrf(), ...fields }, headers);
  }

  /** Sends a form as it is, with nothing that proves where it comes from. */
  async submit(path: string, fields: Fields, headers: Headers = {}): Promise<Seen> {
    const sent = Object.entries(fields).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    );
    const body = new URLSearchParams(sent).toString();
    const form = request(this.url).post(path).type('application/x-www-form-urlencoded');
    return this.send(form, headers, body);
  }

  /** Goes where an answer sends it, until a page is shown. */
  async follow(seen: Seen): Promise<Seen> {
    return seen.location === undefined ? seen : this.follow(await this.get(seen.location));
  }

  /** What the pages of this session put into their forms. */
  async csrf(): Promise<string> {
    return (this.token ??= CSRF.exec((await this.get('/portal')).text)?.[1] ?? '');
  }

  /** Signs in with the form, as people do. */
  async signIn(person: PersonKey, other: Fields = {}): Promise<Seen> {
    const { email } = castMember(person);
    this.token = undefined;
    return this.submit('/portal/sign-in', { email, password: PASSWORD, ...other });
  }

  private async send(sent: request.Test, headers: Headers, body?: string): Promise<Seen> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (cookie) sent.set('Cookie', cookie);
    const answer = await sent.set({ 'X-Request-Id': REQUEST_ID, ...headers }).send(body);
    const setCookies = [answer.headers['set-cookie'] ?? []].flat();
    for (const line of setCookies) this.keep(line);
    const { status, text, headers: told } = answer as unknown as Omit<Seen, 'location' | 'setCookies'>;
    return { status, text: text ?? '', location: told.location, headers: told, setCookies };
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/;\s*Expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

export interface BrowseOptions {
  language?: Language;
  /** IANA time zone. */
  zone?: string;
}

/** Somebody at a browser: signed in, without an entry in any log; without a person, not signed in. */
export async function browse(
  { app, url, owner, clock, people }: World,
  person?: PersonKey,
  { language, zone }: BrowseOptions = {},
): Promise<Browser> {
  const browser = new Browser(url);
  if (language) browser.cookies.set('accord-language', language);
  if (zone) browser.cookies.set('accord-zone', encodeURIComponent(zone));
  if (!person) return browser;
  const session = newId();
  await owner.query(BEGIN_SESSION, [session, people[person], clock.now()]);
  const token = app.get(AccessTokens, { strict: false }).issue(people[person], session);
  browser.cookies.set(SESSION_COOKIE, app.get(BrowserSessions, { strict: false }).begin(token));
  return browser;
}
