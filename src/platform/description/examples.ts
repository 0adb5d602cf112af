import type { OpenAPIObject } from '@nestjs/swagger';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEM_TYPE } from '../problem';
import { PROJECT_FOLDER } from '../version';
import { operationsOf } from './operations';

/** Answers that the demonstration got, one a file. */
export const EXAMPLES_FOLDER = join(PROJECT_FOLDER, 'docs', 'examples');

/** The file of an operation's answer. */
export const fileOfExample = (operationId: string, status: number | string): string =>
  `${operationId}-${status}.json`;

/** The file of a problem document; one for all operations alike. */
export const fileOfRefusal = (status: number | string): string => `refused-${status}.json`;

interface Response {
  content?: Record<string, { example?: unknown }>;
}

function give(examples: ReadonlySet<string>, file: string, type: string, response: unknown): void {
  const { [type]: media } = (response as Response).content ?? {};
  if (!media || !examples.has(file)) return;
  media.example = JSON.parse(readFileSync(join(EXAMPLES_FOLDER, file), 'utf8')) as unknown;
}

/** Shows with each answer one that was really given, where the demonstration got one. */
export function showExamples(api: OpenAPIObject): void {
  const examples = new Set(existsSync(EXAMPLES_FOLDER) ? readdirSync(EXAMPLES_FOLDER) : []);
  for (const { operation } of operationsOf(api))
    for (const [status, response] of Object.entries(operation.responses))
      give(examples, fileOfExample(operation.operationId ?? '', status), 'application/json', response);
  for (const [name, response] of Object.entries(api.components?.responses ?? {}))
    give(examples, fileOfRefusal(name.replace('Refused', '')), PROBLEM_TYPE, response);
}
