import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  Length,
  Matches,
} from 'class-validator';
import { IfGiven } from '../../platform/if-given';
import { IsInstant } from '../../platform/instant';
import { PageQuery } from '../../platform/paging';
import { Text } from '../../platform/text';
import { DIRECTIONS, type Direction } from '../requests/requests.dto';
import {
  ASKED_SCOPES,
  type AskedScope,
  CONSENT_REQUEST_STATES,
  type ConsentRequestState,
} from './rules/judge-consent-request';

const HANDLE = /^[a-z][a-z0-9-]{1,39}$/;
const MOST_TEAMS = 50;
const instant = { type: String, format: 'date-time' } as const;

export class AskConsentBody {
  @ApiProperty({
    description:
      'The item that another team shares with yours, by the id or the short reference that it has for your team',
    example: 'CN-7QX4-M2F9-3',
  })
  @IsString()
  @Length(1, 40)
  item: string;

  @ApiPropertyOptional({
    description:
      'Your own advisory that holds it and waits for the consent, by your id or its reference. Left out for `constituents` alone: they get the item itself',
    example: 'PK-7QX4-M2F9-3',
  })
  @IfGiven()
  @IsString()
  @Length(1, 40)
  for?: string;

  @ApiProperty({
    enum: ASKED_SCOPES,
    description:
      '`teams`: those of `teams`; `partners`: any team that an agreement of yours admits; `constituents`: your own, by passing the item on; `public`: everybody',
  })
  @IsIn(ASKED_SCOPES)
  scope: AskedScope;

  @ApiPropertyOptional({ type: [String], maxItems: MOST_TEAMS, description: 'Handles', example: ['corvia'] })
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_TEAMS)
  @ArrayUnique({ message: 'teams must name each team once' })
  @Matches(HANDLE, { each: true, message: 'teams must hold handles of teams' })
  teams?: string[];

  @ApiPropertyOptional({
    minLength: 3,
    maxLength: 500,
    description:
      'What the originator reads in place of the handles, where it is not to know with whom your team has agreements',
    example: 'Two partners of ours whose energy sector is hit by the same campaign',
  })
  @IfGiven()
  @Text(3, 500)
  teams_in_words?: string;

  @ApiProperty({ minLength: 3, maxLength: 5000, description: 'Why; the originator reads it' })
  @Text(3, 5000)
  why: string;

  @ApiProperty({ ...instant, description: 'Until when you ask to pass it on; after now' })
  @IsInstant()
  until: string;

  @ApiProperty({
    ...instant,
    description: 'When the request lapses if nobody answers; after now, and at most 366 days ahead',
  })
  @IsInstant()
  answer_by: string;
}

export class ListConsentRequestsQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: DIRECTIONS,
    description: 'Those that your team sent, or received; by default both',
  })
  @IfGiven()
  @IsIn(DIRECTIONS)
  direction?: Direction;

  @ApiPropertyOptional({ enum: CONSENT_REQUEST_STATES, description: 'As it is now' })
  @IfGiven()
  @IsIn(CONSENT_REQUEST_STATES)
  state?: ConsentRequestState;

  @ApiPropertyOptional({
    description:
      'Those about an item, by the id or the reference that it has for your team: your own item that others ask about or that waits, or what you received',
  })
  @IfGiven()
  @IsString()
  @Length(1, 40)
  item?: string;
}

export class ConsentBody {
  @ApiPropertyOptional({
    enum: ASKED_SCOPES,
    description:
      'By default as asked; no wider. From `public` to `partners` or `teams`, from `partners` to `teams`',
  })
  @IfGiven()
  @IsIn(ASKED_SCOPES)
  scope?: AskedScope;

  @ApiPropertyOptional({
    type: [String],
    maxItems: MOST_TEAMS,
    description: 'Handles, of a consent to some teams alone; among those that were asked for by name',
    example: ['corvia'],
  })
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_TEAMS)
  @ArrayUnique({ message: 'teams must name each team once' })
  @Matches(HANDLE, { each: true, message: 'teams must hold handles of teams' })
  teams?: string[];

  @ApiPropertyOptional({ ...instant, description: 'By default as asked; no later' })
  @IfGiven()
  @IsInstant()
  until?: string;
}

export class WithdrawConsentBody {
  @ApiPropertyOptional({ minLength: 3, maxLength: 2000, description: 'Both sides read it' })
  @IfGiven()
  @Text(3, 2000)
  reason?: string;
}
