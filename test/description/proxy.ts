import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../src/platform/version';
import { closed, type Described } from './closed';
import { withoutListedNull } from './for-prism';

const PRISM = join(PROJECT_FOLDER, 'node_modules/@stoplight/prism-cli/dist/index.js');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** A proxy that answers with an error of its own where a request or an answer is not as described. */
export interface ValidatingProxy {
  url: string;
  stop(): Promise<void>;
}

/** Writes the description, without what prism cannot take, into a folder of its own. */
export function descriptionForPrism(change: (api: Described) => void = () => undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'accord-described-'));
  const file = join(folder, 'openapi.json');
  const described = JSON.parse(
    readFileSync(join(PROJECT_FOLDER, 'docs', 'openapi.json'), 'utf8'),
  ) as Described;
  change(described);
  withoutListedNull(described);
  writeFileSync(file, JSON.stringify(closed(described)));
  return { folder, file };
}

/**
 * Starts prism before an application, in a process of its own.
 * @param requests whether requests are held to the description, too, and not only answers
 * @param change what a test changes about the description
 */
export async function startProxy(
  upstream: string,
  requests: boolean,
  change: (api: Described) => void = () => undefined,
): Promise<ValidatingProxy> {
  const { folder, file } = descriptionForPrism(change);
  const port = await freePort();
  const options = [
    '--errors',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    `--validate-request=${requests}`,
  ];
  const child = spawn(process.execPath, [PRISM, 'proxy', file, upstream, ...options], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let said = '';
  await new Promise<void>((settle, fail) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('is listening')) settle();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => fail(new Error(`The proxy did not start: ${said}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
