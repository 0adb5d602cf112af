// npm run mutation: every change that Stryker makes to a rule has to make a test of the rules fail. What no test can
// tell from the original is listed in docs/mutation.md, each with the reason.
export default {
  testRunner: 'rules',
  plugins: ['./config/mutation/rules-runner.mjs'],
  coverageAnalysis: 'perTest',
  // Not lists of words; not sight-change, which tells a dry run what would change, nor what the owners' questions add
  // to a decision: their tests are with those, on a database.
  mutate: [
    'src/disclosure/rules/*.ts',
    ...['compared-in-full', 'known-at', 'near-miss', 'rule-names', 'sight-change', 'vocabulary'].map(
      (name) => `!src/disclosure/rules/${name}.ts`,
    ),
  ],
  ignorePatterns: ['dist', '.data', 'docs', 'docker'],
  tempDirName: '.data/stryker',
  reporters: ['clear-text', 'html', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: '.data/mutation/index.html' },
  jsonReporter: { fileName: '.data/mutation/mutation.json' },
  concurrency: 2,
  // A busy machine is no endless loop: those are told by how often a place is passed.
  timeoutMS: 60_000,
  thresholds: { high: 98, low: 95, break: 95 },
};
