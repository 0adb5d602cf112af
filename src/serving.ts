import 'reflect-metadata';
import { createApplication } from './application';
import { prepareDatabase, type PreparedDatabase } from './platform/prepare-database';
import type { Settings } from './platform/settings';

/** A running installation: where it listens, its database, and how to end it. */
export interface Serving {
  url: string;
  database: PreparedDatabase;
  stop(): Promise<void>;
}

/**
 * Brings up the database and the web server. Nothing is left running when it fails.
 * @param options.demo serves the demonstration's own database
 */
export async function serve(settings: Settings, { demo = false } = {}): Promise<Serving> {
  const database = await prepareDatabase(settings, { demo });
  try {
    const app = await createApplication({ ...settings, demonstration: demo }, database.appUrl);
    await app.listen(settings.port, settings.host);
    const stop = async () => {
      await app.close();
      await database.stop();
    };
    return { url: await app.getUrl(), database, stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** Ends the process on SIGTERM or SIGINT: answers under way are finished, then the database stops. */
export function stopOnSignal(serving: Serving): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void serving.stop().then(() => process.exit(0));
    });
  }
}
