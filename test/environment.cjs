const { ModuleMocker } = require('jest-mock');

/** Where the test framework keeps who hears of its events; each test file begins with none. */
const HANDLERS = Symbol.for('EVENT_HANDLERS');

// A worker process that has nothing left to do ends at once: taking down its heap and the kept validator thread takes
// longer than the half second that Jest waits before it reports a leak.
if (process.send) process.once('beforeExit', () => process.kill(process.pid, 'SIGKILL'));

/**
 * Test files run in the process's own realm, one after the other, like the application they test: no virtual
 * globals, no second copy of each class. What the framework replaces there is put back afterwards.
 */
module.exports = class PlainEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  #console = console;
  #exit = process.exit;

  async setup() {
    delete globalThis[HANDLERS];
  }

  async teardown() {
    globalThis.console = this.#console;
    process.exit = this.#exit;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }
};
