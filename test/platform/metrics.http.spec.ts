import { randomUUID } from 'node:crypto';
import { Metrics } from '../../src/platform/metrics/metrics';
import { type MetricsServer, serveMetrics } from '../../src/platform/metrics/metrics-server';
import { startWorld, type World } from '../cast';

describe('metrics', () => {
  let world: World;
  let server: MetricsServer;
  const told = async () => (await fetch(server.url)).text();
  beforeAll(async () => {
    world = await startWorld({ settings: { metricsPort: 0 } });
    server = await serveMetrics(world.app.get(Metrics), { metricsHost: '127.0.0.1', metricsPort: 0 });
  });
  afterAll(async () => {
    await server.stop();
    await world.close();
  });

  it('count requests by method, pattern of the route and status', async () => {
    await world.withKey('cncert').get('/api/v1/feed');
    await world.as('pkcert-analyst').get(`/api/v1/incidents/${randomUUID()}`);
    const text = await told();
    expect(text).toMatch(
      /accord_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/feed",status="200"\} 1/,
    );
    expect(text).toMatch(/_count\{method="GET",route="\/api\/v1\/incidents\/:id",status="404"\} 1/);
  });

  it('tell of the pool, of requests under way and of the event loop', async () => {
    const text = await told();
    for (const state of ['busy', 'idle', 'waiting'])
      expect(text).toMatch(new RegExp(`accord_database_connections\\{state="${state}"\\} \\d+`));
    expect(text).toMatch(/accord_http_requests_under_way 0/);
    expect(text).toContain('nodejs_eventloop_lag_seconds');
  });

  it('have no more series than there are routes, whatever is asked, and name nobody and nothing', async () => {
    const series = (text: string) => text.match(/^accord_http_request_duration_seconds_count/gm)?.length;
    const ask = async () => {
      await world.anonymous().get(`/${randomUUID()}?title=pkcert`);
      await world.as('pkcert-analyst').get(`/api/v1/incidents/${randomUUID()}`);
      await world.as('pkcert-analyst').get(`/api/v1/organizations/nobody-${randomUUID()}`);
      await fetch(`${world.url}/api/v1/feed`, { method: 'PROPFIND' });
    };
    await ask();
    const before = await told();
    for (let times = 0; times < 5; times++) await ask();
    const after = await told();
    expect(series(after)).toBe(series(before));
    expect(after).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|pkcert|PROPFIND/);
  });

  it('are told at one address only, and never by the web server', async () => {
    expect((await fetch(server.url.replace('/metrics', '/'))).status).toBe(404);
    expect((await fetch(server.url, { method: 'POST' })).status).toBe(404);
    expect((await world.anonymous().get('/metrics')).status).toBe(404);
  });
});
