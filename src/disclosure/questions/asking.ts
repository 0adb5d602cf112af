import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import type { Decision } from '../rules/decide';
import type { Question } from '../rules/question';
import type { Channel, Purpose } from '../rules/vocabulary';
import { everythingCompared, type Handles, textsIn } from './in-words';
import { QuestionsStore } from './questions.store';

/** How a question came: over the web API, or from the machine that the installation runs on. */
export type Through = 'rest' | 'command-line';

/** What the house log says of a question about an item. */
interface AskedOfItem {
  question: 'explain' | 'replay' | 'preview';
  item: string;
  version: number;
  team?: string;
  /** The duty officer of the team of whom it was asked; `person` is who asked. */
  asked_of?: string;
  at?: string;
  channel?: Channel;
  purpose?: Purpose;
  public?: boolean;
}

/** What it says of a question about a step: which, of what, and which of its changes were looked at. */
interface AskedOfStep {
  question: 'what-if';
  step: string;
  agreement?: string | undefined;
  terms?: number | undefined;
  pause?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  until?: string | undefined;
  at: string;
  shown: 'counts' | 'items' | 'csv';
}
export type Asked = AskedOfItem | AskedOfStep;

type How = Pick<Question, 'channel' | 'purpose'>;
type Said = { channel?: Question['channel'] | undefined; purpose?: Purpose | null | undefined };

/** By which channel and for which purpose a question supposes that something is asked for. */
export const howAsked = ({ channel = null, purpose = null }: Said): How => ({ channel, purpose });

/** The same as far as it is said. */
export const onlySaid = ({
  channel,
  purpose,
}: {
  channel?: Channel | null | undefined;
  purpose?: Purpose | null | undefined;
}): { channel?: Channel; purpose?: Purpose } => ({
  ...(channel && { channel }),
  ...(purpose && { purpose }),
});

/** What the questions have in common: that somebody asked is written down, and answers name organizations. */
@Injectable()
export class Asking {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: QuestionsStore,
    private readonly record: SharingRecord,
  ) {}

  /** Who asked what, in the house log of the own organization. */
  async writeDown(asked: Asked, through: Through): Promise<void> {
    const { person } = this.transaction;
    await this.record.appendToOwnHouse('decision-asked', { ...asked, person, through });
  }

  /** The handles of the organizations that decisions compare. */
  async handles(answers: readonly { decision: Decision; question: Question }[]): Promise<Handles> {
    const texts = answers.flatMap(({ decision, question }) =>
      everythingCompared(decision, question).flatMap(textsIn),
    );
    return this.store.handles(new Set(texts.filter(isUuid)));
  }
}
