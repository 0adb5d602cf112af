import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { markPurposes } from '../platform/asked-by';
import type { ViewerTransaction } from '../platform/viewer-transaction';
import type { Question } from './rules/question';
import { PERMITTED_PURPOSES } from './rules/vocabulary';

/** How a stated purpose is described, wherever one may be stated. */
export const PURPOSE = {
  enum: PERMITTED_PURPOSES,
  description:
    'What you ask for it for: then nothing comes under terms that permit other purposes only, and the purpose is on record. Without it, the purposes that terms permit stay obligations',
};

/** Marks a route that serves what others share: a request may state what it is for, as `purpose` of its query. */
export const MayStatePurpose = () => markPurposes(PERMITTED_PURPOSES);

/** The same for a route that takes no other query. */
export const TakesPurposeOnly = () =>
  applyDecorators(MayStatePurpose(), ApiQuery({ name: 'purpose', required: false, ...PURPOSE }));

/** How a transaction asks, as the rules weigh it. @throws Error for a purpose that no rule knows */
export function askedBy({ asked }: ViewerTransaction): Pick<Question, 'channel' | 'purpose'> {
  const { channel, purpose: said } = asked;
  const purpose = PERMITTED_PURPOSES.find((one) => one === said) ?? null;
  if (purpose !== said) throw new Error('A purpose that no rule knows cannot be asked for.');
  return { channel, purpose };
}

/** What a cursor is bound to of how it was asked for, beside the rest. */
export const askedBinding = ({ asked: { channel, purpose } }: ViewerTransaction): string =>
  `${channel ?? ''}|${purpose ?? ''}`;
