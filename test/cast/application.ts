import type { ModuleMetadata } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { SECOND_FACTOR_REQUIRED } from '../../src/accounts';
import { AppModule } from '../../src/app.module';
import { configure } from '../../src/application';
import { Clock } from '../../src/platform/clock';
import { settingsFor } from './settings';
import type { TestDatabase } from '../database';

/**
 * Boots the whole application on a port of its own, as it is served but for the clock.
 * @param options.imports modules that only the test has
 * @param options.secondFactor whether roles are held to the second factor, as outside of the demonstration
 */
export async function startApplication(
  database: TestDatabase,
  clock: Clock,
  { imports, secondFactor }: { imports: NonNullable<ModuleMetadata['imports']>; secondFactor: boolean },
): Promise<NestExpressApplication> {
  const whole = AppModule.forRoot(settingsFor(database), database.appUrl);
  const module = await Test.createTestingModule({ imports: [whole, ...imports] })
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(SECOND_FACTOR_REQUIRED)
    .useValue(secondFactor)
    .compile();
  const app = module.createNestApplication<NestExpressApplication>({
    bodyParser: false,
    logger: ['error', 'fatal'],
  });
  await configure(app);
  await app.listen(0, '127.0.0.1');
  return app;
}
