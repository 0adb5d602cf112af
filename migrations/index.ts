import { Foundations } from './0001-foundations';
import { Record } from './0002-record';
import { Organizations } from './0003-organizations';
import { Agreements } from './0004-agreements';
import { AgreementRules } from './0005-agreement-rules';
import { Items } from './0006-items';
import { Sharing } from './0007-sharing';
import { Visibility } from './0008-visibility';
import { Feeds } from './0009-feeds';
import { Drain } from './0010-drain';
import { Consequences } from './0011-consequences';
import { Disclosures } from './0012-disclosures';
import { IncidentsAndAdvisories } from './0013-incidents-and-advisories';
import { QuestionFacts } from './0014-question-facts';
import { KeptAnswers } from './0015-kept-answers';
import { Operations } from './0016-operations';
import { Credentials } from './0017-credentials';
import { Profiles } from './0018-profiles';
import { Finding } from './0019-finding';
import { Jobs } from './0020-jobs';
import { Partners } from './0021-partners';
import { Scopes } from './0022-scopes';
import { RecoveryCodes } from './0023-recovery-codes';
import { SecondFactorAttempts } from './0024-second-factor-attempts';
import { WhatIf } from './0025-what-if';
import { Rebuilding } from './0026-rebuilding';
import { Callable } from './0027-callable';
import { Tellings } from './0032-tellings';
import { Cooperation } from './0033-cooperation';
import { Descriptions } from './0029-descriptions';
import { ConsentRequests } from './0034-consent-requests';
import { Obligations } from './0031-obligations';
import { Reminders } from './0038-reminders';
import { Tree } from './0040-tree';

/** Every migration, in order. Listed by hand: what runs is what is written here. */
export const migrations = [
  Foundations,
  Record,
  Organizations,
  Agreements,
  AgreementRules,
  Items,
  Sharing,
  Visibility,
  Feeds,
  Drain,
  Consequences,
  Disclosures,
  IncidentsAndAdvisories,
  QuestionFacts,
  KeptAnswers,
  Operations,
  Credentials,
  Profiles,
  Finding,
  Jobs,
  Partners,
  Scopes,
  RecoveryCodes,
  SecondFactorAttempts,
  WhatIf,
  Rebuilding,
  Callable,
  Tellings,
  Cooperation,
  Descriptions,
  ConsentRequests,
  Obligations,
  Reminders,
  Tree,
];
