import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics';

/** Where metrics are told, apart from the web server. */
export interface MetricsServer {
  url: string;
  stop(): Promise<void>;
}

/** Tells metrics at `/metrics` to whoever reaches this port: it asks for no credential, so keep it inside. */
export async function serveMetrics(
  { registry }: Metrics,
  { metricsHost, metricsPort }: { metricsHost: string; metricsPort: number },
): Promise<MetricsServer> {
  const server: Server = createServer((request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(metricsPort, metricsHost);
  await once(server, 'listening');
  const { address, family, port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/metrics`, stop };
}
