import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  DIRECTIONS,
  type Direction,
  REASON_CODES,
  type ReasonCode,
  REQUEST_STATES,
  type RequestState,
} from './requests.dto';
import { NextWordView, presentNextWord } from '../responding/next-word.view';
import { presentResponse, ResponseView } from '../responding/response.view';
import { SEVERITIES, type Severity, TLP_LABELS } from '../rules/vocabulary';
import type { OwnAnswer, StoredRequest, StoredUpdate } from './requests.store';

/** A request in a list. */
export class RequestSummary {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: DIRECTIONS, description: 'For your team' }) direction: Direction;
  @ApiProperty({ description: 'Handle of the team that asks' }) from: string;
  @ApiProperty({ description: 'Handle of the team that is asked' }) to: string;
  @ApiProperty() subject: string;
  @ApiProperty({ format: 'date-time' }) asked_at: string;
  @ApiProperty({ format: 'date-time' }) open_until: string;
  @ApiProperty({ enum: REQUEST_STATES }) state: RequestState;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'When it was closed or refused, or lapsed',
  })
  ended_at: string | null;
  @ApiPropertyOptional({ description: 'The person who asked; for her own side only' }) asked_by?: string;
  @ApiProperty({
    enum: SEVERITIES,
    nullable: true,
    type: String,
    description: 'How much it presses, as who asks says',
  })
  severity: Severity | null;
  @ApiProperty({
    type: ResponseView,
    nullable: true,
    description:
      'Until when it is to be answered; null where the terms in force when it was asked promise no time',
  })
  response: ResponseView | null;
  @ApiProperty({
    type: NextWordView,
    nullable: true,
    description:
      'When a word on how far it is is due next; null where none is promised, or it is answered or over',
  })
  next_word: NextWordView | null;
}

/** A word on how far it is. */
export class RequestUpdateView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() note: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiPropertyOptional({ description: 'The person who wrote it; for her own side only' }) by?: string;
}

/** An item that a request was answered with. */
export class RequestAnswerView {
  @ApiProperty({ format: 'uuid', description: 'As your side knows it' }) id: string;
  @ApiProperty({ description: 'The short reference that it has for your side' }) reference: string;
  @ApiProperty({ enum: ['advisory', 'incident'] }) type: string;
  @ApiPropertyOptional({ description: 'Of its latest version; for its owner only' }) title?: string;
  @ApiPropertyOptional({
    enum: TLP_LABELS,
    nullable: true,
    type: String,
    description: 'Of its latest version, null while it has none; for its owner only',
  })
  tlp?: string | null;
  @ApiPropertyOptional({ format: 'date-time', description: 'For its owner only' }) answered_at?: string;
  @ApiPropertyOptional({ description: 'The person who let it go; for its owner only' }) answered_by?: string;
  @ApiPropertyOptional({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'Of its released version; for its owner only',
  })
  embargo_until?: string | null;
}

export class RequestRefusalView {
  @ApiProperty({ enum: REASON_CODES }) reason_code: ReasonCode;
  @ApiProperty({ nullable: true, type: String }) reason: string | null;
  @ApiProperty({ description: 'Whether who asked reads this' }) told: boolean;
}

/** A whole request, as one of its two sides reads it. */
export class RequestView extends RequestSummary {
  @ApiProperty({ nullable: true, type: String }) details: string | null;
  @ApiProperty({
    type: RequestRefusalView,
    nullable: true,
    description: 'For who was asked; for who asked only where it is told',
  })
  refusal: RequestRefusalView | null;
  @ApiPropertyOptional({ description: 'The person who closed or refused it; for her own side only' })
  ended_by?: string;
  @ApiProperty({
    type: [RequestAnswerView],
    description:
      'For who was asked: all. For who asked: what it may see at this moment, and nothing of the rest.',
  })
  answers: RequestAnswerView[];
  @ApiProperty({
    type: [RequestUpdateView],
    description: 'What who was asked has said of how far it is, in order',
  })
  updates: RequestUpdateView[];
}

export class RequestPage {
  @ApiProperty({ type: [RequestSummary], description: 'The newest first' }) items: RequestSummary[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

const endOf = ({ state, ended_at, open_until }: StoredRequest): string | null => {
  if (state === 'open') return null;
  return (ended_at ?? open_until).toISOString();
};

export const presentSummary = (request: StoredRequest, at: Date): RequestSummary => ({
  id: request.id,
  direction: request.sent ? 'sent' : 'received',
  from: request.requester,
  to: request.addressee,
  subject: request.subject,
  asked_at: request.asked_at.toISOString(),
  open_until: request.open_until.toISOString(),
  state: request.state,
  ended_at: endOf(request),
  ...(request.asked_by === null ? {} : { asked_by: request.asked_by }),
  severity: request.severity,
  response: presentResponse(request, at),
  next_word: presentNextWord(request, at),
});

/** A refusal answers a request; its reason may be withheld from who asked. */
function refusalFor({ sent, reason_code, reason, reason_told }: StoredRequest): RequestRefusalView | null {
  if (reason_code === null || (sent && reason_told !== true)) return null;
  return { reason_code, reason, told: reason_told === true };
}

export const presentRequest = (
  request: StoredRequest,
  answers: RequestAnswerView[],
  updates: readonly StoredUpdate[],
  at: Date,
): RequestView => ({
  ...presentSummary(request, at),
  details: request.details,
  refusal: refusalFor(request),
  ...(request.ended_by === null ? {} : { ended_by: request.ended_by }),
  answers,
  updates: updates.map(({ by, ...update }) => ({
    ...{ ...update, at: update.at.toISOString() },
    ...(by === null ? {} : { by }),
  })),
});

export const presentOwnAnswer = ({
  answered_at,
  embargo_until,
  ...answer
}: OwnAnswer): RequestAnswerView => ({
  ...answer,
  answered_at: answered_at.toISOString(),
  embargo_until: embargo_until?.toISOString() ?? null,
});

/** An answer takes effect when the embargo of what it was given with is over, if that is later. */
export const answerEffect = ({ answers }: RequestView): string | null | undefined =>
  answers.at(-1)?.embargo_until;
