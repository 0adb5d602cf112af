import { Inject, Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { Jobs } from '../jobs/jobs';
import { routeOf } from '../log/request-log';
import { SETTINGS } from '../secret';
import type { Settings } from '../settings';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** What node-postgres says of a pool. */
type Pool = Record<'totalCount' | 'idleCount' | 'waitingCount', number>;

/**
 * Numbers on the running process, for Prometheus. Labels are patterns, methods and states, all of them out of the
 * code: no organization, no person, no item, and never more series than there are routes.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'accord_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  private readonly underWay = new Gauge({
    name: 'accord_http_requests_under_way',
    help: 'Requests that are not answered yet',
    registers: [this.registry],
  });

  constructor(source: DataSource, jobs: Jobs, @Inject(SETTINGS) { metricsPort }: Settings) {
    new Gauge({
      name: 'accord_database_connections',
      help: 'Connections to the database, and requests that wait for one',
      labelNames: ['state'] as const,
      registers: [this.registry],
      collect() {
        const pool = (source.driver as unknown as { master?: Pool }).master;
        if (!pool) return;
        this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
        this.set({ state: 'idle' }, pool.idleCount);
        this.set({ state: 'waiting' }, pool.waitingCount);
      },
    });
    new Gauge({
      name: 'accord_jobs',
      help: 'Jobs that wait, run, or failed for good within a day',
      labelNames: ['queue', 'state'] as const,
      registers: [this.registry],
      async collect() {
        const found = await jobs.counts();
        this.reset();
        for (const { queue, state, n } of found) this.set({ queue, state }, n);
      },
    });
    // The event loop, memory, garbage collection; observing them costs a little, so only when somebody asks.
    if (metricsPort !== undefined) collectDefaultMetrics({ register: this.registry });
  }

  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    const stop = this.requests.startTimer();
    this.underWay.inc();
    response.once('close', () => {
      this.underWay.dec();
      const method = METHODS.includes(request.method) ? request.method : 'other';
      stop({ method, route: routeOf(request), status: response.statusCode });
    });
    next();
  };
}
