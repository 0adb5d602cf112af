import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Public data beside the project: the official test corpora and real advisories. */
export const REFERENCE = join(__dirname, '../../../../shared/reference');

/** `describe` where the reference data is at hand; elsewhere skipped, and said so. */
export function describeWithReference(folder: string, name: string, rules: () => void): void {
  if (existsSync(join(REFERENCE, folder))) return describe(name, rules);
  console.warn(`skipped, there is no ../shared/reference/${folder}: ${name}`);
  describe.skip(name, () => test.todo('needs the reference data'));
}

export function readReference(path: string): Buffer {
  return readFileSync(join(REFERENCE, path));
}

/** Whole corpora on request; otherwise an even sample, which keeps the daily run short. */
export function sample<T>(all: readonly T[], every: number): readonly T[] {
  if (process.env['CSAF_CORPUS'] === 'full') return all;
  return all.filter((_, index) => index % every === 0);
}
