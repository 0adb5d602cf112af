import { DigestObligations } from './digest-obligations';
import { ObligationDigestsController } from './digests.controller';
import { AnswerNotice } from './notices/answer-notice';
import { FileNotice } from './notices/file-notice';
import { NoticesController } from './notices/notices.controller';
import { NoticesStore } from './notices/notices.store';
import { ReadNotices } from './notices/read-notices';
import { ObligationLog } from './obligation-log';
import { ObligationsController } from './obligations.controller';
import { ObligationsStore } from './obligations.store';
import { Opening } from './opening';
import { ReadObligations } from './read-obligations';
import { StateOfObligation } from './state-of-obligation';

/** What watches over obligations. */
export const obligationProviders = [
  AnswerNotice,
  DigestObligations,
  FileNotice,
  NoticesStore,
  ObligationLog,
  ObligationsStore,
  Opening,
  ReadNotices,
  ReadObligations,
  StateOfObligation,
];
export const obligationControllers = [ObligationsController, NoticesController, ObligationDigestsController];
