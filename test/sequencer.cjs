const { existsSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** What takes longest, longest first. Where nothing was measured yet, Jest takes the size of a file for its length. */
const LONGEST = [
  'disclosure/sequences.http.spec.ts',
  'cases/cases.http.spec.ts',
  'leaks/taken-back.http.spec.ts',
  'leaks/foreign-names.http.spec.ts',
].map((path) => join(dirname(module.filename), path));

/** Begins with the longest files, so that two workers end at about the same time. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const gone = LONGEST.find((path) => !existsSync(path));
    if (gone) throw new Error(`${gone} is no longer there: take it out of test/sequencer.cjs.`);
    const place = ({ path }) => (LONGEST.includes(path) ? LONGEST.indexOf(path) : LONGEST.length);
    return super.sort(tests).toSorted((one, other) => place(one) - place(other));
  }
};
