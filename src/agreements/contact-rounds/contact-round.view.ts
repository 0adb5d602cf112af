import { ApiProperty } from '@nestjs/swagger';
import {
  type Answer,
  answeredAt,
  answerOf,
  ANSWERS,
  type AskedContact,
  ROUND_STATES,
  type RoundState,
  roundStateAt,
} from '../rules/contact-round';
import type { StoredAnswer, StoredRound } from './contact-rounds.store';

const INSTANT = { type: String, format: 'date-time' } as const;
const MAYBE_TEXT = { type: String, nullable: true } as const;
const MAYBE_INSTANT = { ...INSTANT, nullable: true } as const;

export class RoundAnswerView {
  @ApiProperty({ format: 'uuid' }) contact: string;
  @ApiProperty({ example: 'duty' }) role: string;
  @ApiProperty(MAYBE_TEXT) name: string | null;
  @ApiProperty({ format: 'email' }) email: string;
  @ApiProperty(MAYBE_TEXT) telephone: string | null;
  @ApiProperty({
    enum: ANSWERS,
    description:
      '`confirmed`: verified since it was asked. `corrected`: changed since, and not verified yet. `open`: neither',
  })
  answer: Answer;
  @ApiProperty({ ...MAYBE_INSTANT, description: 'When it was verified last, as it is now' })
  verified_at: string | null;
  @ApiProperty({ ...MAYBE_TEXT, description: 'How' }) method: string | null;
}

export class RoundReminderView {
  @ApiProperty({ enum: ['due-soon', 'overdue'] }) step: string;
  @ApiProperty(INSTANT) at: string;
}

export class ContactRoundView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Handle of whose contacts are to be verified' }) organization: string;
  @ApiProperty() organization_name: string;
  @ApiProperty({ description: 'Handle of who asked' }) asked_by: string;
  @ApiProperty() asked_by_name: string;
  @ApiProperty({ ...MAYBE_TEXT, description: 'Reference; null where it asked itself' }) agreement:
    string | null;
  @ApiProperty(INSTANT) asked_at: string;
  @ApiProperty(INSTANT) due_at: string;
  @ApiProperty({ enum: ROUND_STATES, description: 'As the dates have it now' }) state: RoundState;
  @ApiProperty({
    ...MAYBE_INSTANT,
    description: 'When the last contact was confirmed; null while one is not',
  })
  answered_at: string | null;
  @ApiProperty({ type: [RoundReminderView] }) reminders: RoundReminderView[];
  @ApiProperty({ type: [RoundAnswerView] }) contacts: RoundAnswerView[];
}

export class ContactRoundPage {
  @ApiProperty({ type: [ContactRoundView], description: 'The newest first' }) items: ContactRoundView[];
  @ApiProperty({ ...MAYBE_TEXT, description: 'Cursor of the next page; null on the last' }) next:
    string | null;
}

const asked = ({ entered_at, verified_at }: StoredAnswer): AskedContact => ({
  enteredAt: Date.parse(entered_at),
  verifiedAt: verified_at === null ? null : Date.parse(verified_at),
});

/** How a round stands at an instant. */
export const stateOf = ({ asked_at, due_at, contacts }: StoredRound, at: Date): RoundState =>
  roundStateAt(at.getTime(), { askedAt: asked_at.getTime(), dueAt: due_at.getTime() }, contacts.map(asked));

/** @param at the instant at which it is judged */
export function presentRound(found: StoredRound, at: Date): ContactRoundView {
  const askedAt = found.asked_at.getTime();
  const answered = answeredAt(found.contacts.map(asked), askedAt);
  return {
    id: found.id,
    organization: found.organization,
    organization_name: found.organization_name,
    asked_by: found.asked_by,
    asked_by_name: found.asked_by_name,
    agreement: found.agreement,
    asked_at: found.asked_at.toISOString(),
    due_at: found.due_at.toISOString(),
    state: stateOf(found, at),
    answered_at: answered === null ? null : new Date(answered).toISOString(),
    reminders: found.reminders.map(({ step, at: told }) => ({ step, at: told })),
    contacts: found.contacts.map(({ entered_at: _, ...one }) => ({
      ...one,
      answer: answerOf(asked({ entered_at: _, ...one }), askedAt),
    })),
  };
}
