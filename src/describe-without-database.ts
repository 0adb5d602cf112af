import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { apiDescription } from './api-description';
import { AppModule } from './app.module';
import { loadSettings } from './platform/settings';

/** The API's description, for which nothing has to run: in preview mode Nest scans modules and makes no provider. */
export async function describeWithoutDatabase(): Promise<OpenAPIObject> {
  const settings = loadSettings({ DATA_DIR: '.', ACCORD_SECRET: 'only describes the API, serves nobody' });
  const app = await NestFactory.create(AppModule.forRoot(settings, { appUrl: '', jobsUrl: '' }), {
    preview: true,
    logger: ['error'],
  });
  return apiDescription(app);
}
