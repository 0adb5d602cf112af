import { ApiProperty } from '@nestjs/swagger';
import { nextWordDue } from './rules/next-word';

/** When whoever is asked owes a word on how far it is. */
export class NextWordView {
  @ApiProperty({ description: 'Every how many hours' }) every_hours: number;
  @ApiProperty({ format: 'date-time' }) due_at: string;
  @ApiProperty({ description: 'Whether it is due already' }) overdue: boolean;
}

/** What a row of a request has of the words on it. */
interface StoredWords {
  update_hours: number | null;
  asked_at: Date;
  updated_at: Date | null;
  responded_at: Date | null;
  ended_at: Date | null;
  open_until: Date;
}

/** Null where none is owed. */
export function presentNextWord(stored: StoredWords, at: Date): NextWordView | null {
  const { update_hours: hours } = stored;
  const words = {
    ...{ hours, asked: stored.asked_at.getTime(), updated: stored.updated_at?.getTime() ?? null },
    responded: stored.responded_at?.getTime() ?? null,
    over: (stored.ended_at ?? stored.open_until).getTime(),
  };
  const due = nextWordDue(words, at.getTime());
  if (hours === null || due === null) return null;
  return { every_hours: hours, due_at: new Date(due).toISOString(), overdue: due <= at.getTime() };
}
