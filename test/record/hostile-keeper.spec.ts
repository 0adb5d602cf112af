import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogClient } from '../../src/cli/record/log-client';
import { Witness } from '../../src/cli/record/witness';
import { WitnessFolder } from '../../src/cli/record/witness-folder';

const KNOWN = '018f0000-0000-7000-8000-000000000001';
const OTHER = '018f0000-0000-7000-8000-000000000002';

let folder: string;
let server: Server;
let listed: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accord-hostile-'));
  server = createServer(({ url = '' }, answer) => {
    answer.setHeader('Content-Type', 'application/json');
    const log = { id: listed, kind: 'house', parties: ['pkcert'], agreement: null, entries: 1 };
    // Whatever is asked for, the name and the keys are those of the log that is known already.
    const keys = { origin: `accord.example/api/v1/logs/${KNOWN}`, keys: [] };
    answer.end(JSON.stringify(url.endsWith('/logs') ? { items: [log] } : keys));
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const witness = () => {
  const kept = new WitnessFolder(join(folder, 'kept'));
  const key = kept.key() ?? kept.make('witness.cncert.example');
  const { port } = server.address() as AddressInfo;
  return new Witness(new LogClient(`http://127.0.0.1:${port}`, 'a-key'), kept, key, () => new Date());
};

it('a head under the name of another log is not cosigned, and nothing of it is kept', async () => {
  listed = OTHER;
  const found = await witness().all([], false);
  expect(found).toMatchObject([
    { log: OTHER, verdict: 'failed', says: 'The log is signed under the name of another one.' },
  ]);
  expect(readdirSync(join(folder, 'kept')).filter((name) => name.endsWith('.json'))).toEqual([]);
});

it('what is no id names no file', async () => {
  listed = '../../elsewhere';
  await expect(witness().all([], false)).rejects.toThrow('A log is listed under what is no id.');
});
