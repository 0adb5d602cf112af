import type { ModuleMetadata } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { DestinationStream } from 'pino';
import { SECOND_FACTOR_REQUIRED } from '../../src/accounts';
import { AppModule } from '../../src/app.module';
import { configure } from '../../src/application';
import type { Settings } from '../../src/platform/settings';
import { Clock } from '../../src/platform/clock';
import { LOG_DESTINATION, standardError } from '../../src/platform/log/log';
import { settingsFor } from './settings';
import type { TestDatabase } from '../database';

/** What a test changes about the application: modules that only it has, settings, and where the log goes. */
export interface Changes {
  imports?: NonNullable<ModuleMetadata['imports']>;
  settings?: Partial<Settings>;
  log?: DestinationStream;
  /** Whether roles are held to the second factor, as outside of the demonstration; not unless said. */
  secondFactor?: boolean;
}

/**
 * Boots the whole application on a port of its own, as it is served but for the clock.
 */
export async function startApplication(
  database: TestDatabase,
  clock: Clock,
  { imports = [], settings = {}, log = standardError(), secondFactor = false }: Changes = {},
): Promise<NestExpressApplication> {
  const whole = AppModule.forRoot(settingsFor(database, settings), database);
  const module = await Test.createTestingModule({ imports: [whole, ...imports] })
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(LOG_DESTINATION)
    .useValue(log)
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
