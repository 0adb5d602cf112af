// Node 24 lets Jest require ES modules, so packages in node_modules are used as they are.
const transform = {
  legacyDecorator: true,
  decoratorMetadata: true,
  react: { runtime: 'automatic', importSource: 'preact' },
};
const parser = { syntax: 'typescript', tsx: true, decorators: true };

module.exports = {
  testEnvironment: '<rootDir>/test/environment.cjs',
  runtime: '<rootDir>/test/runtime.cjs',
  testSequencer: '<rootDir>/test/sequencer.cjs',
  setupFiles: ['<rootDir>/test/validator-thread.ts'],
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.spec.ts?(x)'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/fuzz/'], // npm run fuzz
  maxWorkers: 2,
  testTimeout: 180_000,
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  globalSetup: '<rootDir>/test/global-setup.ts',
  globalTeardown: '<rootDir>/test/global-teardown.ts',
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: true,
        module: { type: 'commonjs' },
        jsc: { target: 'es2023', keepClassNames: true, parser, transform },
      },
    ],
  },
};
