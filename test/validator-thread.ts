import type { Worker } from 'node:worker_threads';
import { keepThreads } from '../src/advisories/csaf/validator-thread';

// Outlives a test file: the thread that validates CSAF takes two seconds to load its tests.
let kept: Worker | undefined;

keepThreads({
  take(start) {
    const taken = kept ?? start();
    kept = undefined;
    return taken;
  },
  async leave(idle) {
    if (kept === undefined && idle.threadId !== -1) kept = idle;
    else await idle.terminate();
  },
});
