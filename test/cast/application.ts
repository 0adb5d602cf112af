import type { ModuleMetadata } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { AppModule } from '../../src/app.module';
import { configure } from '../../src/application';
import { Clock } from '../../src/platform/clock';
import { settingsFor } from './settings';
import type { TestDatabase } from '../database';

/**
 * Boots the whole application on a port of its own, as it is served but for the clock.
 * @param imports modules that only the test has
 */
export async function startApplication(
  database: TestDatabase,
  clock: Clock,
  imports: NonNullable<ModuleMetadata['imports']>,
): Promise<NestExpressApplication> {
  const whole = AppModule.forRoot(settingsFor(database), database.appUrl);
  const module = await Test.createTestingModule({ imports: [whole, ...imports] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestExpressApplication>({
    bodyParser: false,
    logger: ['error', 'fatal'],
  });
  await configure(app);
  await app.listen(0, '127.0.0.1');
  return app;
}
