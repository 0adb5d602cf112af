import { acknowledgeWithin } from './acknowledge-within';
import { amberReach } from './amber-reach';
import { breachNotice } from './breach-notice';
import { categories } from './categories';
import { channels } from './channels';
import { defaultLabel } from './default-label';
import { compelledDisclosure, destruction, legalHold, postTermination } from './destruction';
import { emergencyRelease } from './emergency-release';
import {
  access,
  affectedPartyNotice,
  classificationMap,
  encryptionAtRest,
  encryptionInTransit,
  marking,
  permittedActions,
} from './handling';
import { informationTypes } from './information-types';
import { feedback, survival } from './lasting';
import { need } from './need';
import { nexus } from './nexus';
import { onwardSharing } from './onward-sharing';
import { papCeiling } from './pap-ceiling';
import { personalData } from './personal-data';
import { productTypes } from './product-types';
import { permittedPurposes, prohibitedPurposes } from './purposes';
import { reachBack } from './reach-back';
import { releaseApproval } from './release-approval';
import { respondWithin, updateInterval } from './respond-within';
import { retention } from './retention';
import { sectors } from './sectors';
import { severity } from './severity';
import { sourceAttribution } from './source-attribution';
import type { Grant, GrantSentence } from './telling';
import { thirdPartyContent } from './third-party-content';
import { victimIdentity } from './victim-identity';

import { contactVerification, corrections, entry, expiry, meetings, notice } from './whole-terms';

/** What terms say as a whole, in the order in which it is read, each by its name. */
export const WHOLE = [
  ['entry_condition', entry],
  ['expires_at', expiry],
  ['notice_days', notice],
  ['corrections', corrections],
  ['contact_verification_days', contactVerification],
  ['meetings_days', meetings],
] as const;
export { contactVerification, corrections, entry, expiry, meetings, notice };
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
  third_party_content: thirdPartyContent,
  product_types: productTypes,
  default_label: defaultLabel,
  respond_within: respondWithin,
  update_interval_hours: updateInterval,
  amber_reach: amberReach,
  release_approval: releaseApproval,
  emergency_release: emergencyRelease,
  permitted_purposes: permittedPurposes,
  prohibited_purposes: prohibitedPurposes,
  onward_sharing: onwardSharing,
  retention_days: retention,
  breach_notice_hours: breachNotice,
  acknowledge_within: acknowledgeWithin,
  destruction,
  legal_hold: legalHold,
  compelled_disclosure: compelledDisclosure,
  post_termination: postTermination,
  survival,
  feedback,
  marking,
  encryption_in_transit: encryptionInTransit,
  encryption_at_rest: encryptionAtRest,
  permitted_actions: permittedActions,
  affected_party_notice: affectedPartyNotice,
  access,
  classification_map: classificationMap,
} as const satisfies Record<Term, GrantSentence>;

export type SentenceKind = keyof typeof SENTENCES;

/** The sentences as people read them: what may go, what it tells of others, what the recipient owes. */
export const CHAPTERS = {
  goes: [
    'information_types',
    'categories',
    'product_types',
    'sectors',
    'severity',
    'nexus',
    'pap_ceiling',
    'third_party_content',
    'need',
    'channels',
    'encryption_in_transit',
    'reach_back',
    'release_approval',
    'emergency_release',
    'respond_within',
    'update_interval_hours',
  ],
  tells: ['victim_identity', 'source_attribution', 'personal_data'],
  owes: [
    'default_label',
    'amber_reach',
    'marking',
    'classification_map',
    'access',
    'encryption_at_rest',
    'onward_sharing',
    'permitted_purposes',
    'prohibited_purposes',
    'permitted_actions',
    'affected_party_notice',
    'acknowledge_within',
    'retention_days',
    'destruction',
    'legal_hold',
    'breach_notice_hours',
    'compelled_disclosure',
    'post_termination',
    'survival',
    'feedback',
  ],
} as const satisfies Record<string, readonly SentenceKind[]>;

/** In this order. */
export const CHAPTER_NAMES = ['goes', 'tells', 'owes'] as const satisfies readonly (keyof typeof CHAPTERS)[];
