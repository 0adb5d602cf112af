// The rules alone: no database, no application, Jest's own environment, in which Stryker counts what each test covers.
const { transform } = require('../jest.config.cjs');

module.exports = {
  rootDir: '..',
  testEnvironment: 'node',
  roots: ['<rootDir>/test/cases', '<rootDir>/test/disclosure', '<rootDir>/test/overlays'],
  testMatch: [
    '<rootDir>/test/cases/{cases,compared,reasons}.rule.spec.ts',
    '<rootDir>/test/{disclosure,overlays}/*.rule.spec.ts',
  ],
  transform,
};
