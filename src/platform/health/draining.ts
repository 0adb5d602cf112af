import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../refusal';

/** How a process takes leave, in seconds. */
export interface Leave {
  /** How long it goes on serving after it has said that it is not ready, so that a balancer can notice. */
  drainNotice: number;
  /** How long requests under way may take after that, before their connections are cut. */
  drainDeadline: number;
}

const draining = () =>
  new Refusal('draining', 503, 'This process is stopping. Ask again; another one answers.', [], {
    Connection: 'close',
    'Retry-After': '1',
  });

/** The requests under way, and the end of them: first announced, then no new ones, then none. */
@Injectable()
export class Draining {
  private state: 'serving' | 'announced' | 'refusing' = 'serving';
  private underWay = 0;
  private readonly waiting = new Set<() => void>();

  get announced(): boolean {
    return this.state !== 'serving';
  }

  /** Counts requests, and refuses new ones once the process is stopping. */
  readonly middleware = (_request: Request, response: Response, next: NextFunction): void => {
    if (this.state === 'refusing') return next(draining());
    this.underWay++;
    response.once('close', () => {
      this.underWay--;
      if (this.underWay === 0) for (const settle of this.waiting) settle();
    });
    next();
  };

  /**
   * Ends serving: `/ready` says so first, then new requests are refused, and those under way are finished.
   * @returns whether all of them were; the connections of the others are cut
   */
  async drain(server: Server, { drainNotice, drainDeadline }: Leave): Promise<boolean> {
    this.state = 'announced';
    if (drainNotice > 0) await sleep(drainNotice * 1000);
    this.state = 'refusing';
    const late = new AbortController();
    const finished = await Promise.race([
      this.idle().then(() => true),
      sleep(drainDeadline * 1000, false, { signal: late.signal }).catch(() => false),
    ]);
    late.abort();
    if (!finished) server.closeAllConnections();
    return finished;
  }

  private idle(): Promise<void> {
    return this.underWay === 0 ? Promise.resolve() : new Promise((settle) => this.waiting.add(settle));
  }
}
