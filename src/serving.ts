import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApplication } from './application';
import { Draining } from './platform/health/draining';
import { Jobs } from './platform/jobs/jobs';
import { Metrics } from './platform/metrics/metrics';
import { type MetricsServer, serveMetrics } from './platform/metrics/metrics-server';
import { prepareDatabase, type PreparedDatabase } from './platform/prepare-database';
import type { Settings } from './platform/settings';
import { Sequencer } from './record';

/** A running installation: where it listens, its database, and how to end it. */
export interface Serving {
  url: string;
  database: PreparedDatabase;
  /** Finishes what is under way, then stops. */
  stop(): Promise<void>;
}

/** The metrics' own server, unless none is asked for. */
async function metricsOf(
  app: NestExpressApplication,
  { metricsHost, metricsPort }: Settings,
): Promise<MetricsServer | undefined> {
  return metricsPort === undefined ? undefined : serveMetrics(app.get(Metrics), { metricsHost, metricsPort });
}

/**
 * Brings up the database and the web server. Nothing is left running when it fails.
 * @param options.demo serves the demonstration's own database
 */
export async function serve(settings: Settings, { demo = false } = {}): Promise<Serving> {
  const database = await prepareDatabase(settings, { demo });
  try {
    const app = await createApplication({ ...settings, demonstration: demo }, database);
    const metrics = await metricsOf(app, settings);
    await app.listen(settings.port, settings.host);
    await app.get(Jobs).start();
    app.get(Sequencer).start();
    const stop = async () => {
      await app.get(Draining).drain(app.getHttpServer(), settings);
      await app.get(Sequencer).stop();
      await app.get(Jobs).stop();
      await app.close();
      await metrics?.stop();
      await database.stop();
    };
    return { url: await app.getUrl(), database, stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** The part of `process` that ending it needs. */
type Ended = Pick<NodeJS.Process, 'on' | 'exit'>;

/**
 * Ends the process on SIGTERM or SIGINT: answers under way are finished, then the database stops. A second signal
 * ends it at once.
 */
export function stopOnSignal(serving: Pick<Serving, 'stop'>, ended: Ended = process): void {
  let stopping = false;
  for (const [signal, number] of [
    ['SIGTERM', 15],
    ['SIGINT', 2],
  ] as const) {
    ended.on(signal, () => {
      if (stopping) ended.exit(128 + number);
      stopping = true;
      void serving.stop().then(
        () => ended.exit(0),
        () => ended.exit(1),
      );
    });
  }
}
