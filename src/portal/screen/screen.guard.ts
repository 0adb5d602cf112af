import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { timingSafeEqual } from 'node:crypto';
import { Refusal } from '../../platform/refusal';
import { SETTINGS } from '../../platform/secret';
import type { Settings } from '../../platform/settings';
import { proveFirst } from '../proof/prove-first';
import { sessionCookie } from './cookies';
import { OpenScreen } from './open-screen';
import { type Me, requireRole, type Screen } from './screen';
import { SignInFirst } from './sign-in-first';

const OPEN = 'accord:screen-without-sign-in';

/** Marks a screen that people see who are not signed in. */
export const WithoutSignIn = () => SetMetadata(OPEN, true);

const STANDING = 'accord:screen-with-standing';

/** Marks screens that read agreements, directions or what is missing (`standingOf`). */
export const WithStanding = () => SetMetadata(STANDING, true);

type Role = Me['roles'][number];

const FILES = 'accord:screen-takes-files';

/** Marks a screen to which files are sent. Its form is read after the guard, so the proof in it is checked then. */
export const MarkTakesFiles = (role: Role) => SetMetadata(FILES, role);

/** Of a form with files, in bytes. */
const LARGEST_FORM = 64 * 1024 * 1024;
const tooLarge = () =>
  new Refusal('too-large', 413, 'The form is larger than 64 MB, or does not say how large it is.');

export type WithScreen = Request & { screen: Screen };

const same = (one: string, other: string): boolean =>
  Buffer.byteLength(one) === Buffer.byteLength(other) &&
  timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Opens the screen before its handler runs: asks for sign-in, and refuses forms that other sites send. */
@Injectable()
export class ScreenGuard implements CanActivate {
  constructor(
    private readonly screens: OpenScreen,
    private readonly reflector: Reflector,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<WithScreen>();
    const response = context.switchToHttp().getResponse<Response>();
    const marked = (name: string) =>
      this.reflector.getAllAndOverride<boolean>(name, [context.getHandler(), context.getClass()]) === true;
    const screen = await this.screens.run(request, response, marked(STANDING));
    request.screen = screen;
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (changes && isFromElsewhere(request, this.settings.publicUrl)) throw forged();
    // They are no ids; in an address of the web API they would ask for something else.
    if (Object.values(request.params).some((id) => id === '.' || id === '..')) throw Refusal.notFound();
    if (!screen.me) {
      if (marked(OPEN)) return true;
      throw new SignInFirst(
        request.method === 'GET' ? request.originalUrl : '/portal',
        sessionCookie(request) !== undefined,
      );
    }
    // The bytes of files are read for nobody but who may send them.
    const role = this.reflector.get<Role | undefined>(FILES, context.getHandler());
    if (role) {
      requireRole(screen, role);
      if (!(Number(request.headers['content-length']) <= LARGEST_FORM)) throw tooLarge();
    } else if (changes) {
      requireProof(request);
      await proveFirst(screen, (request.body ?? {}) as Record<string, unknown>);
    }
    return true;
  }
}

/** Refuses a form that was not made by a page of this session. */
export function requireProof({ body, screen }: WithScreen): void {
  const { csrf } = (body ?? {}) as { csrf?: unknown };
  if (!(typeof csrf === 'string' && same(csrf, screen.csrf))) throw forged();
}

const forged = () =>
  Refusal.forbidden(
    'portal/forged',
    'The form was not sent from a page of this session. Open the page again.',
  );

/** What browsers say of where a form comes from (Fetch Metadata). Tools that say nothing still need the session's token. */
function isFromElsewhere(request: Request, publicUrl: string): boolean {
  const { 'sec-fetch-site': site, origin } = request.headers;
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  // Browsers that say nothing of it, and all of them where the connection is not protected, name the origin (RFC 6454).
  if (origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  return ![request.get('host'), new URL(publicUrl).host].includes(new URL(origin).host);
}
