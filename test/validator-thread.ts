import { keepThreads, type ThreadKeeper } from '../src/advisories/csaf/validator-thread';

declare global {
  // The environment hands it to the test files through the global object only.
  var validatorThread: ThreadKeeper;
}

keepThreads(globalThis.validatorThread);
