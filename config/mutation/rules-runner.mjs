// How Stryker asks the specs of the rules. Jest would load them, with all cases, once for each change to a rule: that
// takes a hundred times as long as to ask them.
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import specs from './specs.cjs';

/** What the changed rules read: which change is made, and where they say what was asked of them. */
const stryker = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

async function runTest({ id, fileName, run }) {
  const started = performance.now();
  const result = (more) => ({ id, name: id, fileName, timeSpentMs: performance.now() - started, ...more });
  stryker.currentTestId = id;
  try {
    await run();
    return result({ status: TestStatus.Success });
  } catch (error) {
    return result({ status: TestStatus.Failed, failureMessage: String(error?.message ?? error) });
  } finally {
    stryker.currentTestId = undefined;
  }
}

class RulesRunner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    this.tests = specs.loadSpecs(process.cwd());
    const ids = this.tests.map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice) return { status: DryRunStatus.Error, errorMessage: `two tests are called “${twice}”` };
    const tests = await this.#run(this.tests, false);
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, disableBail, hitLimit, mutantActivation, reloadEnvironment }) {
    stryker.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    Object.assign(stryker, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    try {
      if (reloadEnvironment || !this.tests) this.tests = specs.loadSpecs(process.cwd());
      stryker.activeMutant = activeMutant.id;
      const asked = testFilter ? new Set(testFilter) : null;
      const tests = await this.#run(
        this.tests.filter(({ id }) => asked?.has(id) ?? true),
        !disableBail,
      );
      const endless = determineHitLimitReached(stryker.hitCount, hitLimit);
      return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests });
    } catch (error) {
      return toMutantRunResult({ status: DryRunStatus.Error, errorMessage: String(error?.stack ?? error) });
    } finally {
      stryker.activeMutant = undefined;
      // What was loaded with the change in place is not asked about the next.
      if (mutantActivation === 'static') this.tests = undefined;
    }
  }

  /** @param bail whether the first test that fails is enough */
  async #run(tests, bail) {
    const results = [];
    for (const test of tests) {
      results.push(await runTest(test));
      if (bail && results.at(-1).status === TestStatus.Failed) break;
    }
    return results;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'rules', RulesRunner)];
