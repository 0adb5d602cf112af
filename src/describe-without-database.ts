import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { apiDescription } from './api-description';
import { AppModule } from './app.module';
import { loadSettings } from './platform/settings';

/** The application's modules and routes, for which nothing has to run: in preview mode Nest makes no provider. */
export async function applicationWithoutDatabase(): Promise<INestApplication> {
  const settings = loadSettings({ DATA_DIR: '.', ACCORD_SECRET: 'only describes the API, serves nobody' });
  return NestFactory.create(AppModule.forRoot(settings, { appUrl: '', jobsUrl: '' }), {
    preview: true,
    logger: ['error'],
  });
}

/** The API's description. */
export const describeWithoutDatabase = async (): Promise<OpenAPIObject> =>
  apiDescription(await applicationWithoutDatabase());
