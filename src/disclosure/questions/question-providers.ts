import { Asking } from './asking';
import { ExplainDecision } from './explain-decision';
import { PreviewRelease } from './preview-release';
import { QuestionsStore } from './questions.store';
import { RecordedDecisionStore } from './recorded-decision.store';
import { ReplayDecision } from './replay-decision';

/** What answers the questions of owners. */
export const questionProviders = [
  Asking,
  ExplainDecision,
  PreviewRelease,
  QuestionsStore,
  RecordedDecisionStore,
  ReplayDecision,
];
