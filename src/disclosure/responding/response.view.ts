import { ApiProperty } from '@nestjs/swagger';
import { RESPONSE_STATES, type ResponseState, responseStateAt } from './rules/response-clock';

/** Until when a request is to be answered, as both sides read it. */
export class ResponseView {
  @ApiProperty({ example: 'PK-CN-2026', description: 'Whose terms, in force when it was asked, promise it' })
  agreement: string;
  @ApiProperty({ description: 'Under which it is promised', example: 'Art. 4(1)' }) clause: string;
  @ApiProperty({ format: 'date-time', description: 'Until when it is answered or refused' }) due_at: string;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'When it was first answered or refused, as far as your side knows',
  })
  responded_at: string | null;
  @ApiProperty({
    enum: RESPONSE_STATES,
    description:
      '`late`: answered after it was due; `missed`: over unanswered after it was due; `stopped`: over before, unanswered',
  })
  state: ResponseState;
}

/** What a row of a request has of its clock. */
export interface StoredClock {
  respond_by: Date | null;
  respond_under: string | null;
  respond_clause: string | null;
  responded_at: Date | null;
  ended_at: Date | null;
  open_until: Date;
}

/** Null where no terms promised a time. */
export function presentResponse(stored: StoredClock, at: Date): ResponseView | null {
  const {
    respond_by: due,
    respond_under: agreement,
    respond_clause: clause,
    responded_at: responded,
  } = stored;
  if (due === null || agreement === null || clause === null) return null;
  const over = (stored.ended_at ?? stored.open_until).getTime();
  const facts = { due: due.getTime(), responded: responded?.getTime() ?? null, over };
  return {
    ...{ agreement, clause, due_at: due.toISOString(), responded_at: responded?.toISOString() ?? null },
    state: responseStateAt(facts, at.getTime()),
  };
}
