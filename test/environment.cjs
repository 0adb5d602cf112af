const { TestEnvironment } = require('jest-environment-node');

// Jest loads this file once per worker process and runs every test file in a context of its own. What is kept here
// outlives a test file: the thread that validates CSAF, which takes two seconds to load its tests.
let kept;

/** Node's environment, in which test files find the thread that an earlier one left. */
module.exports = class extends TestEnvironment {
  constructor(...given) {
    super(...given);
    this.global.validatorThread = {
      take(start) {
        const taken = kept ?? start();
        kept = undefined;
        return taken;
      },
      async leave(idle) {
        if (kept === undefined && idle.threadId !== -1) kept = idle;
        else await idle.terminate();
      },
    };
  }
};
