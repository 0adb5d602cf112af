import { ApiProperty } from '@nestjs/swagger';
import { SESSION_KINDS, type SessionKind } from '../session.entity';
import type { GoingSession } from './sessions.store';

export class SessionView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: SESSION_KINDS, description: 'Who holds its tokens: a browser, or a program' })
  kind: SessionKind;
  @ApiProperty({ format: 'date-time' }) started_at: string;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'Of a browser to the minute, of a program when it was last refreshed; null if it never was',
  })
  last_used_at: string | null;
  @ApiProperty({ format: 'date-time', description: 'When it ends if it is used all the time' })
  expires_at: string;
  @ApiProperty({
    nullable: true,
    type: String,
    example: '192.0.2.7',
    description: 'The address that it was begun from, of IPv6 the first 64 bits; null if that is not known',
  })
  network: string | null;
  @ApiProperty({ description: 'Whether it is the one in which you ask' }) current: boolean;
}

export class SessionPage {
  @ApiProperty({ type: [SessionView], description: 'Oldest first' }) items: SessionView[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

export const presentSession = (session: GoingSession, current: string | undefined): SessionView => ({
  id: session.id,
  kind: session.kind,
  started_at: session.started_at.toISOString(),
  last_used_at: session.last_used_at?.toISOString() ?? null,
  expires_at: session.expires_at.toISOString(),
  network: session.network,
  current: session.id === current,
});
