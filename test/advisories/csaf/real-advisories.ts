import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../../src/advisories/csaf/mapping/json';
import { readCsafBytes } from '../../../src/advisories/csaf/read-csaf';
import { readReference, REFERENCE } from './reference';

/** Where the advisories lie that CISA and Red Hat really issued. */
export const FOLDER = 'csaf-advisories';

/** All of them, read by the strict reader. */
export function advisories(): { name: string; document: JsonObject }[] {
  const names = readdirSync(join(REFERENCE, FOLDER), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !name.includes('feed'))
    .sort();
  return names.map((name) => {
    const outcome = readCsafBytes(readReference(`${FOLDER}/${name}`));
    expect(outcome).toHaveProperty('document');
    return { name, document: ('document' in outcome ? outcome.document : {}) as JsonObject };
  });
}
