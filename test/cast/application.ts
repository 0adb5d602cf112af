import type { ModuleMetadata } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { AppModule } from '../../src/app.module';
import { configure } from '../../src/application';
import { Clock } from '../../src/platform/clock';
import type { Settings } from '../../src/platform/settings';

/**
 * Boots the application as it is served, on a port of its own and by a clock of the test's.
 * @param imports modules besides those of the application
 */
export async function startApplication(
  settings: Settings,
  clock: Clock,
  imports: NonNullable<ModuleMetadata['imports']>,
): Promise<NestExpressApplication> {
  const application = AppModule.forRoot(settings, settings.databaseUrl ?? '');
  const module = await Test.createTestingModule({ imports: [application, ...imports] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestExpressApplication>({
    logger: ['error', 'fatal'],
    bodyParser: false,
  });
  await configure(app);
  await app.listen(0, '127.0.0.1');
  return app;
}
