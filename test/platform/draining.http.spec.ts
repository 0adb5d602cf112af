import { Controller, Get, Module } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Access } from '../../src/platform/access';
import { Draining } from '../../src/platform/health/draining';
import { Readiness } from '../../src/platform/health/readiness';
import { stopOnSignal } from '../../src/serving';
import { startWorld, type World } from '../cast';

@ApiExcludeController()
@Controller('test')
class Slow {
  @Get('slow')
  @Access('anyone')
  async slow() {
    await sleep(400);
    return { done: true };
  }
}

@Module({ controllers: [Slow] })
class SlowModule {}

describe('health and readiness', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld()));
  afterAll(() => world.close());

  it('are one word each, whoever asks, and kept nowhere', async () => {
    for (const [path, status] of [
      ['/health', 'ok'],
      ['/ready', 'ready'],
    ] as const)
      for (const caller of [world.anonymous(), world.presenting('Bearer nonsense')]) {
        const answer = await caller.get(path);
        expect([answer.status, answer.body]).toEqual([200, { status }]);
        expect(answer.headers['cache-control']).toBe('no-store');
      }
    expect((await world.anonymous().post('/ready')).status).toBe(405);
  });

  it('is not ready with a schema older than the code, and ready with a newer one', async () => {
    const fresh = () => new Readiness(world.app.get(DataSource), new Draining()).isReady();
    await world.owner.query(`INSERT INTO migrations (timestamp, name) VALUES (9, 'FromTheNextVersion')`);
    expect(await fresh()).toBe(true);
    await world.owner.query(`UPDATE migrations SET name = name || '?' WHERE name LIKE 'Record%'`);
    expect(await fresh()).toBe(false);
  });

  it('is not ready, and alive, without its database', async () => {
    const dead = { query: () => Promise.reject(new Error('gone')) };
    expect(await new Readiness(dead as never, new Draining()).isReady()).toBe(false);
    const silent = { query: () => new Promise(() => undefined) };
    expect(await new Readiness(silent as never, new Draining()).isReady()).toBe(false);
  });
});

describe('a process that stops', () => {
  let world: World;
  beforeEach(async () => (world = await startWorld({ imports: [SlowModule] })));
  afterEach(() => world.close());
  const drain = (drainNotice: number, drainDeadline: number) =>
    world.app.get(Draining).drain(world.app.getHttpServer() as Server, { drainNotice, drainDeadline });

  it('says so first, goes on serving for a while, then refuses what is new and finishes what is under way', async () => {
    const drained = drain(0.3, 10);
    expect((await world.anonymous().get('/ready')).status).toBe(503);
    expect((await world.anonymous().get('/api/v1/feed')).status).toBe(200);
    const slow = world
      .anonymous()
      .get('/test/slow')
      .then(({ status }) => status);
    await sleep(350);
    const refused = await world.anonymous().get('/api/v1/feed');
    expect([refused.status, refused.body.type, refused.headers.connection]).toEqual([
      503,
      '/problems/draining',
      'close',
    ]);
    expect((await world.anonymous().get('/health')).status).toBe(200);
    expect(await slow).toBe(200);
    expect(await drained).toBe(true);
  });

  it('cuts what is still under way at the deadline', async () => {
    const slow = world
      .anonymous()
      .get('/test/slow')
      .then(
        () => 'answered',
        () => 'cut',
      );
    await sleep(100);
    expect(await drain(0, 0.1)).toBe(false);
    expect(await slow).toBe('cut');
  });

  it('ends at once at the second signal', () => {
    const exits: unknown[] = [];
    const ended = Object.assign(new EventEmitter(), { exit: (code: number) => exits.push(code) });
    let stops = 0;
    const stop = () => {
      stops++;
      return new Promise<void>(() => undefined);
    };
    stopOnSignal({ stop }, ended as never);
    ended.emit('SIGTERM');
    expect([stops, exits]).toEqual([1, []]);
    ended.emit('SIGINT');
    expect(exits).toEqual([130]);
  });
});
