// Random worlds for as long as is asked: with the set-up of the tests, but not one of them.
module.exports = {
  ...require('../jest.config.cjs'),
  rootDir: '..',
  testMatch: ['<rootDir>/test/fuzz/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
