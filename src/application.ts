import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json, type NextFunction, raw, type Request, type Response, urlencoded } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { LARGEST_TEXT } from './agreements';
import { describeApi } from './api-description';
import { AppModule } from './app.module';
import { Draining } from './platform/health/draining';
import { serveHealth } from './platform/health/health-routes';
import { limitAddresses } from './platform/limits/limit-requests';
import { Limits } from './platform/limits/limits';
import { ApplicationLog, LOG } from './platform/log/log';
import { requestLog } from './platform/log/request-log';
import { Metrics } from './platform/metrics/metrics';
import { SETTINGS } from './platform/secret';
import { tellBodyFaults } from './platform/body-faults';
import { compressAnswers } from './platform/compress-answers';
import type { DatabaseAddresses } from './platform/prepare-database';
import { Refusal } from './platform/refusal';
import { identifyRequest } from './platform/request-id';
import type { Settings } from './platform/settings';
import { watchMany } from './platform/watch-many';
import { EarlyFaults } from './portal';
import { refuseUndeclaredRoutes } from './platform/undeclared-routes';
import { answerUnparsed } from './platform/unparsed-requests';

/** Documents are imported as the bytes they are; everything else is JSON of at most a megabyte. */
const DOCUMENT_ROUTE = '/api/v1/advisories/imports';
/** The signed texts of agreements, too, are the bytes they are. */
const TEXT_ROUTE = /^\/api\/v1\/agreements\/[^/]+\/terms\/[^/]+\/texts$/;
/** Pages are sent forms, and nothing else is. */
const PAGES = '/portal';
/** Two pages are sent files. */
const UPLOADS = /^\/portal\/(advisories\/import|agreements\/[^/]+\/texts)$/;

const CONTENT_SECURITY_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** The page that browses the API sets styles inline; it shows nothing but the API's description. */
function styleOfApiPage(request: Request, response: Response, next: NextFunction): void {
  const policy = response.getHeader('Content-Security-Policy');
  if (/^\/api\/?$/.test(request.path) && typeof policy === 'string')
    response.setHeader(
      'Content-Security-Policy',
      policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
    );
  next();
}

/** A path that cannot be decoded is refused. An encoded slash or null byte names nothing here; left alone, the files of the API's page would answer with a redirect. */
function refuseEncodedPaths(request: Request, _response: Response, next: NextFunction): void {
  try {
    decodeURIComponent(request.path);
  } catch {
    return next(new Refusal('malformed-path', 400, 'The path is not well-formed.'));
  }
  next(/%(2f|5c|00)/i.test(request.path) ? Refusal.notFound() : undefined);
}

/** A body that is not declared as JSON is refused, never ignored: ignoring it would drop what the caller asked for. */
function refuseOtherBodies(request: Request, _response: Response, next: NextFunction): void {
  const hasBody =
    'transfer-encoding' in request.headers || Number(request.headers['content-length'] ?? 0) > 0;
  const isForm = request.path.startsWith(`${PAGES}/`) && request.is('urlencoded');
  const isUpload = UPLOADS.test(request.path) && request.is('multipart/form-data');
  if (!hasBody || Buffer.isBuffer(request.body) || isForm || isUpload || request.is(['json', '+json']))
    return next();
  next(new Refusal('unsupported-media-type', 415, 'Send JSON, declared as Content-Type: application/json.'));
}

/** What surrounds the modules wherever they are served: headers, parsers, the API's description, checks at boot. */
export async function configure(app: NestExpressApplication): Promise<NestExpressApplication> {
  app.useLogger(app.get(ApplicationLog));
  // The log names a request by its id, so that comes first.
  app.use(watchMany, identifyRequest, requestLog(app.get<Logger>(LOG)), app.get(Metrics).middleware);
  app.set('etag', false);
  app.set('trust proxy', app.get<Settings>(SETTINGS).trustedProxies);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.use(compressAnswers);
  app.use(
    helmet({ contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY } }),
    styleOfApiPage,
  );
  serveHealth(app);
  app.use(app.get(Draining).middleware);
  app.use(limitAddresses(app.get(Limits)), refuseEncodedPaths);
  app.use(DOCUMENT_ROUTE, raw({ type: () => true, limit: '16mb' }));
  app.use(TEXT_ROUTE, raw({ type: () => true, limit: LARGEST_TEXT }));
  app.use(PAGES, urlencoded({ extended: false, limit: '1mb', parameterLimit: 10_000 }));
  app.use(refuseOtherBodies, json({ limit: '1mb', strict: true }), tellBodyFaults);
  app.use(PAGES, app.get(EarlyFaults).middleware);
  answerUnparsed(app.getHttpServer());
  describeApi(app);
  refuseUndeclaredRoutes(app);
  await app.init();
  return app;
}

/** The application, ready to listen. */
export async function createApplication(
  settings: Settings,
  addresses: DatabaseAddresses,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(settings, addresses), {
    bodyParser: false,
    logger: ['error', 'warn', 'fatal'],
    abortOnError: false,
  });
  return configure(app);
}
