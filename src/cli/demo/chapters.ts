import { advisories, beforehand } from './advisories';
import { agreements } from './agreements';
import { annexes } from './annexes';
import { approvals } from './approvals';
import { audit } from './audit';
import { consentRequests } from './consent-requests';
import { consents, passingOn } from './conditions';
import { cooperation } from './cooperation';
import { byName, overlay } from './persons-and-law';
import { changes, stop } from './changes';
import { emergencies } from './emergencies';
import { nationalCategories } from './national-categories';
import { obligations } from './obligations';
import { pulls } from './pulls';
import { corrigenda, paper, succession, trilateral } from './instruments';
import { requests } from './requests';
import { standingRules } from './standing-rules';
import { teams } from './teams';
import { victims } from './victims';
import type { Stage } from './stage';

type Chapter = (stage: Stage) => Promise<void>;

/** The main story, which others build on; what follows a chapter may rest on it. */
export const STORY: readonly Chapter[] = [
  beforehand,
  agreements,
  advisories,
  pulls,
  obligations,
  changes,
  stop,
  requests,
  audit,
];

/** What the story leaves out. */
export const FURTHER: readonly Chapter[] = [
  annexes,
  consents,
  passingOn,
  byName,
  overlay,
  teams,
  victims,
  consentRequests,
  nationalCategories,
  approvals,
  emergencies,
  standingRules,
  cooperation,
  paper,
  succession,
  corrigenda,
  trilateral,
];
