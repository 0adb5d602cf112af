import { ApiProperty } from '@nestjs/swagger';

export class AffectedItem {
  @ApiProperty({ format: 'uuid', description: 'Your own id of it' }) id: string;
  @ApiProperty({ enum: ['advisory', 'incident'] }) type: string;
  @ApiProperty({ description: 'The version that the team would get, or has now' }) version: number;
}

export class AffectedItems {
  @ApiProperty({ description: 'How many there are, all counted' }) count: number;
  @ApiProperty({ type: [AffectedItem], description: 'The first 100 of them' }) items: AffectedItem[];
}

/** What a team would newly get of your items, and what it would have no longer. */
export class TeamEffect {
  @ApiProperty({ description: 'Handle; `public` for everybody', example: 'cncert' }) team: string;
  @ApiProperty({ type: AffectedItems }) gets: AffectedItems;
  @ApiProperty({ type: AffectedItems }) loses: AffectedItems;
}

/** What your own team would have no longer of what it may read now. */
export class ReceivedEffect {
  @ApiProperty({ description: 'Handle of the organization that shares it' }) originator: string;
  @ApiProperty() loses: number;
}

/** What a change would bring about, as far as you may know it. Nothing was recorded. */
export class DryRunView {
  @ApiProperty({ enum: [true] }) dry_run: true;
  @ApiProperty({ format: 'date-time', description: 'When it would take effect' }) effective_at: string;
  @ApiProperty({ type: [TeamEffect], description: 'Teams that nothing changes for are left out' })
  teams: TeamEffect[];
  @ApiProperty({ type: [ReceivedEffect] }) received: ReceivedEffect[];
}
