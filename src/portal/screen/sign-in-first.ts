/** Nobody is signed in where somebody has to be; the way back is kept. */
export class SignInFirst extends Error {
  /** @param ended whether somebody was signed in before, as far as the browser knows */
  constructor(
    readonly wanted: string,
    private readonly ended: boolean,
  ) {
    super('Sign in first.');
  }

  /** The address of the sign-in, which leads back to what was wanted. */
  get address(): string {
    const query = { next: this.wanted, ...(this.ended ? { ended: 'yes' } : {}) };
    return `/portal/sign-in?${new URLSearchParams(query).toString()}`;
  }
}

/** Only the path of it counts; it is never resolved. */
const HERE = 'http://accord.invalid';

/** Where to go on after signing in: pages of the portal only, so that no link leads elsewhere. */
export function safeReturn(next: string | undefined): string {
  if (next === undefined || !/^\/portal(?:[/?]|$)/.test(next) || /[\\\s]|\/\//.test(next)) return '/portal';
  // As browsers read it: they go up where a path says so.
  const { pathname } = new URL(next, HERE);
  const isPage = /^\/portal(?:\/|$)/.test(pathname) && !/^\/portal\/sign-in(?:\/|$)/.test(pathname);
  return isPage ? next : '/portal';
}
