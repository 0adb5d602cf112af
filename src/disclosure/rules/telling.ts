import { type Basis, type Decision, decide } from './decide';
import { forbidding } from './near-miss';
import type { ItemFacts, Question } from './question';
import type { Channel, Tlp } from './vocabulary';

/** How somebody of another team was told something. */
export const WAYS_OF_TELLING = ['call', 'message', 'meeting', 'mail'] as const;
export type WayOfTelling = (typeof WAYS_OF_TELLING)[number];

/** By which channel of terms that is: `mail` is encrypted, and a message is none that terms name. */
const CHANNEL_OF = { call: 'voice', meeting: 'voice', message: 'message', mail: 'mail' } as const;
export const channelOfTelling = (how: WayOfTelling): Channel | 'message' => CHANNEL_OF[how];

/** What is written down longer after it was told than this is late, in milliseconds. */
export const LATE_AFTER = 3_600_000;
export const isLate = (toldAt: number, recordedAt: number): boolean => recordedAt - toldAt > LATE_AFTER;

/** What somebody said of what is filed nowhere. */
export interface Unfiled {
  readonly owner: string;
  readonly author: string;
  readonly tlp: Tlp;
  readonly informationType: string | null;
}

/** What is filed nowhere, as the rules weigh it: all that is not said is unknown, and nobody released it. */
export const unfiledItem = ({ owner, author, tlp, informationType }: Unfiled): ItemFacts => ({
  ...{ version: 'unfiled', owner, authors: [author], tlp, informationType, severity: null },
  ...{
    categories: [],
    productTypes: [],
    sectors: [],
    nexus: [],
    pap: null,
    thirdParty: false,
    overlay: null,
  },
  ...{ embargoUntil: null, audience: { any: true, include: [], exclude: [] }, named: [] },
  ...{
    release: null,
    withdrawnAt: null,
    requested: [],
    consents: [],
    onward: [],
    passedOn: [],
    approvals: [],
    parts: [],
  },
});

/** A rule that stood against it, on the basis that was nearest to letting it go. */
export interface Against {
  readonly rule: string;
  readonly says: string;
  readonly agreement: string | null;
  readonly clause: string | null;
}

/** Whether what was told might be told, under what; or else what stood against it. */
export interface JudgedTelling {
  readonly decision: Decision;
  /** Null where nothing let it go. */
  readonly cited: Basis | null;
  /** In whose log it is written: the basis that let it go, or the grant that was nearest to that. */
  readonly nearest: Basis | null;
  readonly against: readonly Against[];
}

const NOTHING_GRANTED: Against = {
  rule: 'D-03',
  says: 'no agreement grants it anything',
  agreement: null,
  clause: null,
};

/** The grant with the fewest rules against it; of several the first in the order in which they would be cited. */
function nearestOf({ bases }: Decision): Basis | null {
  const [nearest] = bases
    .filter(({ basis }) => basis === 'grant')
    .toSorted((one, other) => forbidding(one).length - forbidding(other).length);
  return nearest ?? null;
}

/** Judges what was told by the one decision, at the instant at which it was told. */
export function judgeTelling(question: Question): JudgedTelling {
  const decision = decide(question);
  if (decision.basis) return { decision, cited: decision.basis, nearest: decision.basis, against: [] };
  const nearest = nearestOf(decision);
  const against = nearest
    ? forbidding(nearest).map(({ rule, says }) => ({
        ...{ rule, says },
        agreement: nearest.grant?.terms.agreement ?? null,
        clause: nearest.grant?.clause ?? null,
      }))
    : [NOTHING_GRANTED];
  return { decision, cited: null, nearest, against };
}
