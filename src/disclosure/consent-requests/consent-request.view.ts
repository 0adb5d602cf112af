import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DIRECTIONS, type Direction } from '../requests/requests.dto';
import { RequestRefusalView } from '../requests/request.view';
import { presentResponse, ResponseView } from '../responding/response.view';
import { type Tlp, TLP_LABELS } from '../rules/vocabulary';
import type { StoredConsentRequest } from './consent-requests.store';
import {
  ASKED_SCOPES,
  type AskedScope,
  CONSENT_REQUEST_STATES,
  type ConsentRequestState,
} from './rules/judge-consent-request';

const instant = { type: String, format: 'date-time' } as const;
const maybe = { type: String, nullable: true } as const;

/** An item as the reading side calls it. */
export class AskedItemView {
  @ApiProperty({ format: 'uuid', description: 'As your side knows it' }) id: string;
  @ApiProperty({ description: 'The short reference that it has for your side' }) reference: string;
  @ApiProperty({ enum: ['advisory', 'incident'] }) type: 'advisory' | 'incident';
  @ApiPropertyOptional({ description: 'Of its latest version; for its owner only' }) title?: string;
  @ApiPropertyOptional({
    enum: TLP_LABELS,
    nullable: true,
    type: String,
    description: 'Likewise; null while it has none',
  })
  tlp?: Tlp | null;
}
export class WaitingItemView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() reference: string;
}

export class ConsentGivenView {
  @ApiProperty({ enum: ASKED_SCOPES }) scope: AskedScope;
  @ApiProperty({
    type: [String],
    description: 'Handles, of a consent to teams; none where they are named in words',
  })
  teams: string[];
  @ApiProperty(instant) until: string;
  @ApiProperty({ ...instant, nullable: true, description: 'From when its originator has taken it back' })
  withdrawn_at: string | null;
  @ApiProperty(maybe) withdrawal_reason: string | null;
}

/** A request for the consent of an originator, as one of its two sides reads it. */
export class ConsentRequestView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: DIRECTIONS, description: 'For your team' }) direction: Direction;
  @ApiProperty({ description: 'Handle of the team that asks' }) from: string;
  @ApiProperty({ description: 'Handle of the originator, which is asked' }) to: string;
  @ApiProperty({ type: AskedItemView, description: 'What is to go on' }) item: AskedItemView;
  @ApiProperty({ description: 'The reference that the item has for who asks: both sides can say it' })
  asked_reference: string;
  @ApiPropertyOptional({
    type: WaitingItemView,
    description: 'The own advisory that waits; for who asks only',
  })
  for?: WaitingItemView;
  @ApiProperty({ enum: ASKED_SCOPES }) scope: AskedScope;
  @ApiProperty({
    type: [String],
    description: 'Handles; none for the originator where they are named in words',
  })
  teams: string[];
  @ApiProperty(maybe) teams_in_words: string | null;
  @ApiProperty() why: string;
  @ApiProperty({ ...instant, description: 'Until when consent is asked for' }) until: string;
  @ApiProperty(instant) asked_at: string;
  @ApiPropertyOptional({ description: 'The person who asked; for her own side only' }) asked_by?: string;
  @ApiProperty({ ...instant, description: 'When it lapses, or has lapsed, unanswered' }) answer_by: string;
  @ApiProperty({ enum: CONSENT_REQUEST_STATES, description: 'Only what is `granted` lets anything go on' })
  state: ConsentRequestState;
  @ApiProperty({ ...instant, nullable: true, description: 'When it was answered or closed, or lapsed' })
  ended_at: string | null;
  @ApiPropertyOptional({ description: 'The person who answered or closed it; for her own side only' })
  ended_by?: string;
  @ApiProperty({ type: ConsentGivenView, nullable: true }) consent: ConsentGivenView | null;
  @ApiProperty({
    type: RequestRefusalView,
    nullable: true,
    description: 'For who was asked; for who asked only where it is told',
  })
  refusal: RequestRefusalView | null;
  @ApiProperty({
    type: ResponseView,
    nullable: true,
    description:
      'Until when it is to be answered; null where the terms in force when it was asked promise no time',
  })
  response: ResponseView | null;
}

export class ConsentRequestPage {
  @ApiProperty({ type: [ConsentRequestView], description: 'The newest first' }) items: ConsentRequestView[];
  @ApiProperty({ ...maybe, description: 'Cursor of the next page; null on the last' }) next: string | null;
}

function consentOf(request: StoredConsentRequest): ConsentGivenView | null {
  const { granted_scope: scope, granted_until: until } = request;
  if (scope === null || until === null) return null;
  return {
    scope,
    teams: request.granted_as_asked ? request.teams : request.granted_teams,
    until: until.toISOString(),
    withdrawn_at: request.withdrawn_at?.toISOString() ?? null,
    withdrawal_reason: request.withdrawal_reason,
  };
}

/** A refusal may be told without its reason. */
function refusalOf({
  sent,
  reason_code,
  reason,
  reason_told,
}: StoredConsentRequest): RequestRefusalView | null {
  if (reason_code === null || (sent && reason_told !== true)) return null;
  return { reason_code, reason, told: reason_told === true };
}

function endOf({ state, ended_at, open_until }: StoredConsentRequest): string | null {
  if (state === 'open') return null;
  return (ended_at ?? open_until).toISOString();
}

export const presentConsentRequest = (request: StoredConsentRequest, at: Date): ConsentRequestView => ({
  id: request.id,
  direction: request.sent ? 'sent' : 'received',
  from: request.requester,
  to: request.originator,
  item: {
    id: request.item,
    reference: request.item_reference,
    type: request.item_kind,
    ...(request.item_title === null ? {} : { title: request.item_title, tlp: request.item_tlp }),
  },
  asked_reference: request.asked_reference,
  ...(request.waiting === null
    ? {}
    : { for: { id: request.waiting, reference: request.waiting_reference ?? '' } }),
  scope: request.scope,
  teams: request.teams,
  teams_in_words: request.in_words,
  why: request.why,
  until: request.wanted_until.toISOString(),
  asked_at: request.asked_at.toISOString(),
  ...(request.asked_by === null ? {} : { asked_by: request.asked_by }),
  answer_by: request.open_until.toISOString(),
  state: request.state,
  ended_at: endOf(request),
  ...(request.ended_by === null ? {} : { ended_by: request.ended_by }),
  consent: consentOf(request),
  refusal: refusalOf(request),
  response: presentResponse(request, at),
});
