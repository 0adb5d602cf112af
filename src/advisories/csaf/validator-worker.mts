// Runs the validator library in a thread of its own. Started from the compiled file, and in tests
// from this one, which Node then strips of its types; so it imports no other file of Accord at run time.
import { parentPort } from 'node:worker_threads';
import type { CsafFinding } from './mapping/finding.js';
import type { CsafVersion } from './mapping/tlp.js';

export interface ValidationRequest {
  readonly version: CsafVersion;
  readonly document: unknown;
}
export type ValidationReply = { readonly ready: true } | { readonly findings: readonly CsafFinding[] };

interface TestSet {
  readonly schema: CsafTest;
  readonly mandatory: readonly (readonly [rule: string, test: CsafTest])[];
}

/** A document that is wrong all over must not make an answer that is larger than itself. */
const MOST_FINDINGS = 100;
const LONGEST_MESSAGE = 500;

function mandatoryOf(tests: Readonly<Record<string, unknown>>): TestSet['mandatory'] {
  return Object.entries(tests).flatMap(([name, test]) => {
    const section = /^mandatoryTest_([0-9_]+)$/.exec(name)?.[1]?.replaceAll('_', '.');
    // Accord has a newer 6.1.26 of its own.
    if (section === undefined || section === '6.1.26') return [];
    return [[`csaf ${section}`, test as CsafTest] as const];
  });
}

async function loadTests(version: CsafVersion): Promise<TestSet> {
  if (version === '2.0') {
    const { csaf_2_0: schema } = await import('@secvisogram/csaf-validator-lib/schemaTests.js');
    return {
      schema,
      mandatory: mandatoryOf(await import('@secvisogram/csaf-validator-lib/mandatoryTests.js')),
    };
  }
  const { csaf_2_1: schema } = await import('@secvisogram/csaf-validator-lib/csaf_2_1/schemaTests.js');
  return {
    schema,
    mandatory: mandatoryOf(await import('@secvisogram/csaf-validator-lib/csaf_2_1/mandatoryTests.js')),
  };
}

async function runTest(rule: string, test: CsafTest, document: unknown): Promise<CsafFinding[]> {
  try {
    const { isValid, errors = [] } = await test(document);
    if (isValid !== false) return [];
    if (errors.length === 0) return [{ path: '', rule, message: 'The document fails this test.' }];
    return errors.slice(0, MOST_FINDINGS).map(({ instancePath, message }) => {
      return { path: instancePath, rule, message: message.slice(0, LONGEST_MESSAGE) };
    });
  } catch {
    // A test that breaks has not passed.
    return [{ path: '', rule, message: 'This test could not be completed on the document.' }];
  }
}

async function runTests(tests: TestSet, document: unknown): Promise<CsafFinding[]> {
  const findings = await runTest('csaf schema', tests.schema, document);
  // The mandatory tests are written for documents of the right shape.
  if (findings.length > 0) return findings;
  for (const [rule, test] of tests.mandatory) findings.push(...(await runTest(rule, test, document)));
  return findings.slice(0, MOST_FINDINGS);
}

const loaded = new Map<CsafVersion, Promise<TestSet>>();

async function answer({ version, document }: ValidationRequest): Promise<void> {
  const loading = loaded.get(version) ?? loadTests(version);
  loaded.set(version, loading);
  const tests = await loading;
  parentPort?.postMessage({ ready: true } satisfies ValidationReply);
  parentPort?.postMessage({ findings: await runTests(tests, document) } satisfies ValidationReply);
}

parentPort?.on('message', (request: ValidationRequest) => void answer(request));
