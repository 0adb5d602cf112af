import type { INestApplication } from '@nestjs/common';
import express, { type NextFunction, type Request, type Response } from 'express';
import { describeManners } from './describe-manners';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The OpenAPI description of the web API, from the code. */
export function apiDescription(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Accord web API')
    .setDescription(
      'How analysts file and share incidents, partners pull advisories and auditors export sharing logs, under the agreements in force. Errors are problem documents (RFC 9457), whose types are explained under /problems. What you may not see and what does not exist are answered alike, with 404.',
    )
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .setOpenAPIVersion('3.0.3')
    .addServer('/', 'This installation')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      description: 'An access token from sign-in, or an API key',
    })
    .addBasicAuth({ type: 'http', scheme: 'basic', description: 'An API key as the password of any user' })
    .build();
  return describeManners(SwaggerModule.createDocument(app, config));
}

/** The files of the page are looked for on the disk; a request of the web API itself does not wait for that. */
const withFilesAside = (app: INestApplication): INestApplication =>
  Object.create(app, {
    useStaticAssets: {
      value: (folder: string, { prefix }: { prefix: string }) => {
        const files = express.static(folder);
        app.use(prefix, (request: Request, response: Response, next: NextFunction) => {
          if (request.path.startsWith('/v1/')) next();
          else void files(request, response, next);
        });
      },
    },
  }) as INestApplication;

/** Serves the description as JSON and as a page to browse it. */
export function describeApi(app: INestApplication): void {
  SwaggerModule.setup('api', withFilesAside(app), () => apiDescription(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Accord web API',
  });
}
