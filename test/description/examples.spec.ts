import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { EXAMPLES_FOLDER, fileOfExample, fileOfRefusal } from '../../src/platform/description/examples';
import { operationsOf } from '../../src/platform/description/operations';
import { PROJECT_FOLDER } from '../../src/platform/version';
import { closed } from './closed';

const described = JSON.parse(
  readFileSync(join(PROJECT_FOLDER, 'docs', 'openapi.json'), 'utf8'),
) as OpenAPIObject & { components: { schemas: object; responses: object } };

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');
const pointer = (...parts: string[]) => `#/${parts.map(escaped).map(encodeURIComponent).join('/')}`;

interface Answer {
  content?: Record<string, { example?: unknown; schema: object }>;
}

/** Every answer that the description shows an example of: its file, its schema and the example. */
const shown = [
  ...operationsOf(described).flatMap(({ path, method, operation }) =>
    Object.entries(operation.responses).map(([status, response]) => ({
      file: fileOfExample(operation.operationId!, status),
      response: response as Answer,
      at: ['paths', path, method, 'responses', status],
    })),
  ),
  ...Object.entries(described.components.responses).map(([name, response]) => ({
    file: fileOfRefusal(name.replace('Refused', '')),
    response: response as Answer,
    at: ['components', 'responses', name],
  })),
].flatMap(({ file, response, at }) =>
  Object.entries(response.content ?? {})
    .filter(([, { example }]) => example !== undefined)
    .map(([type, { example }]) => ({ file, example, schema: pointer(...at, 'content', type, 'schema') })),
);

describe('the examples of the description', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(closed(described as never), 'api');

  it('are the files that the demonstration wrote, each of them', () => {
    expect(shown.map(({ file }) => file).sort()).toEqual(readdirSync(EXAMPLES_FOLDER).sort());
    expect(shown.length).toBeGreaterThan(30);
  });

  it.each(shown)('$file is as its schema says, and says no more', ({ example, schema }) => {
    const valid = ajv.validate({ $ref: `api${schema}` }, example);
    expect([valid, ajv.errors]).toEqual([true, null]);
  });

  it('hold no secret', () => {
    const named = /"(?:access_token|refresh_token|token|secret|key)":"(?!shown-once)|accord_|eyJ/;
    for (const { file, example } of shown)
      expect([file, named.test(JSON.stringify(example))]).toEqual([file, false]);
  });

  it('would be found out if they said something else', () => {
    const { example, schema } = shown.find(({ file }) => file === 'getAgreement-200.json')!;
    expect(ajv.validate({ $ref: `api${schema}` }, { ...(example as object), unheard_of: 1 })).toBe(false);
    expect(ajv.validate({ $ref: `api${schema}` }, { ...(example as object), reference: 1 })).toBe(false);
  });
});
