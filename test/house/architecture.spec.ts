import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sorted } from './fault';
import { importFaults } from './imports';
import { plant, plantedImportFaults, plantedSourceFaults } from './planted';
import { sourceFaults } from './sources';

const project = resolve(__dirname, '../..');

describe('the architecture', () => {
  let planted: string;

  beforeAll(() => {
    planted = mkdtempSync(join(tmpdir(), 'accord-planted-'));
    plant(planted);
  });

  afterAll(() => rmSync(planted, { recursive: true }));

  it('holds in every import', async () => {
    expect(await importFaults(project)).toEqual([]);
  });

  it('holds in every source', () => {
    expect(sourceFaults(project)).toEqual([]);
  });

  it('notices each planted import, and only those', async () => {
    expect(await importFaults(planted)).toEqual(sorted(plantedImportFaults));
  });

  it('notices each planted source, and only those', () => {
    expect(sourceFaults(planted)).toEqual(sorted(plantedSourceFaults));
  });
});
