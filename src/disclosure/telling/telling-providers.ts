import { CorrectTelling } from './correct-telling';
import { JudgeTelling } from './judge-telling';
import { ReadTellings } from './read-tellings';
import { RecordTelling } from './record-telling';
import { TellingLog } from './telling-log';
import { TellingsStore } from './tellings.store';

/** What records what was told by word of mouth. */
export const tellingProviders = [
  CorrectTelling,
  JudgeTelling,
  ReadTellings,
  RecordTelling,
  TellingLog,
  TellingsStore,
];
