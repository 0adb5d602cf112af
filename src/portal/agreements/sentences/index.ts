import { amberReach } from './amber-reach';
import { breachNotice } from './breach-notice';
import { categories } from './categories';
import { channels } from './channels';
import { informationTypes } from './information-types';
import { need } from './need';
import { nexus } from './nexus';
import { onwardSharing } from './onward-sharing';
import { papCeiling } from './pap-ceiling';
import { personalData } from './personal-data';
import { permittedPurposes, prohibitedPurposes } from './purposes';
import { reachBack } from './reach-back';
import { retention } from './retention';
import { sectors } from './sectors';
import { severity } from './severity';
import { sourceAttribution } from './source-attribution';
import type { Grant, GrantSentence } from './telling';
import { victimIdentity } from './victim-identity';

export { corrections, entry, expiry, notice } from './whole-terms';
export type { Grant, Telling, Terms } from './telling';
export { wordOf } from './telling';

type Gating = Exclude<keyof Grant, 'from' | 'to' | 'clause' | 'clauses' | 'obligations'>;
type Term = Gating | keyof Grant['obligations'];

/** A sentence for every typed term of a grant: one that the web API has and this table lacks does not compile. */
export const SENTENCES = {
  information_types: informationTypes,
  categories,
  sectors,
  severity,
  nexus,
  pap_ceiling: papCeiling,
  need,
  channels,
  reach_back: reachBack,
  victim_identity: victimIdentity,
  source_attribution: sourceAttribution,
  personal_data: personalData,
  amber_reach: amberReach,
  permitted_purposes: permittedPurposes,
  prohibited_purposes: prohibitedPurposes,
  onward_sharing: onwardSharing,
  retention_days: retention,
  breach_notice_hours: breachNotice,
} as const satisfies Record<Term, GrantSentence>;

export type SentenceKind = keyof typeof SENTENCES;

/** The sentences as people read them: what may go, what it tells of others, what the recipient owes. */
export const CHAPTERS = {
  goes: [
    'information_types',
    'categories',
    'sectors',
    'severity',
    'nexus',
    'pap_ceiling',
    'need',
    'channels',
    'reach_back',
  ],
  tells: ['victim_identity', 'source_attribution', 'personal_data'],
  owes: [
    'amber_reach',
    'onward_sharing',
    'permitted_purposes',
    'prohibited_purposes',
    'retention_days',
    'breach_notice_hours',
  ],
} as const satisfies Record<string, readonly SentenceKind[]>;

/** In this order. */
export const CHAPTER_NAMES = ['goes', 'tells', 'owes'] as const satisfies readonly (keyof typeof CHAPTERS)[];
