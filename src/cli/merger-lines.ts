import type { MergerPreview } from '../organizations';

const list = (names: readonly string[]): string => (names.length > 0 ? names.join(', ') : 'none');

/** What a merger would do, for the operator to read before she confirms it. */
export function mergerLines({ from, into, faults, accounts, keys, constituents }: MergerPreview): string[] {
  return [
    `${from} would be merged into ${into}:`,
    `  accounts that end: ${list(accounts)}`,
    `  API keys that end: ${list(keys)}`,
    `  constituents that move to ${into}: ${list(constituents)}`,
    `  the handle ${from} leads to ${into}; profile, contacts and OpenPGP keys of ${from} are shown no more`,
    ...faults.map((fault) => `  not possible: ${fault}`),
  ];
}
