// Without what strip-only compilers do not know: the pictures of all screens are made with it (config/screens.mjs).
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { Shown, Visitor } from '../places';

/** The address that somebody of the cast signs in with: `pkcert-duty-officer` is duty-officer@pkcert.example. */
const emailOf = (visitor: Visitor): string => visitor.replace(/^(\w+)-(.+)$/, '$2@$1.example');

/** Browsers of several people; each is signed in once, when she is first asked for. */
export class Visitors {
  private readonly signedIn = new Map<Visitor, Promise<string>>();
  private readonly browser: Browser;
  private readonly url: string;
  private readonly password: string;

  constructor(browser: Browser, url: string, password: string) {
    this.browser = browser;
    this.url = url;
    this.password = password;
  }

  /** A browser of somebody, or of nobody, who reads pages in a language. */
  async context(
    visitor: Visitor | undefined,
    language: string,
    options: BrowserContextOptions = {},
  ): Promise<BrowserContext> {
    const context = await this.browser.newContext({ baseURL: this.url, reducedMotion: 'reduce', ...options });
    const cookies = [{ name: 'accord-language', value: language, url: this.url }];
    if (visitor)
      cookies.push({ name: 'accord-session', value: await this.sessionOf(visitor), url: this.url });
    await context.addCookies(cookies);
    return context;
  }

  /** Asks for an address as a browser does that shows nothing. */
  async open(visitor: Visitor | undefined, address: string): Promise<Shown> {
    const cookie = visitor ? `accord-session=${await this.sessionOf(visitor)}` : '';
    const answer = await fetch(this.url + address, { redirect: 'manual', headers: { cookie } });
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? '',
      text: await answer.text(),
    };
  }

  private sessionOf(visitor: Visitor): Promise<string> {
    let session = this.signedIn.get(visitor);
    if (!session) this.signedIn.set(visitor, (session = this.signIn(visitor)));
    return session;
  }

  private async signIn(visitor: Visitor): Promise<string> {
    const body = new URLSearchParams({ email: emailOf(visitor), password: this.password });
    const answer = await fetch(`${this.url}/portal/sign-in`, { method: 'POST', redirect: 'manual', body });
    const cookie = /accord-session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
    if (!cookie) throw new Error(`${visitor} could not sign in: ${answer.status}.`);
    return cookie;
  }
}
