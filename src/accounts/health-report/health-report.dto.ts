import { ApiProperty } from '@nestjs/swagger';
import { QUEUE_NAMES } from '../../platform/jobs/queues';

const maybeInstant = { format: 'date-time', nullable: true, type: String } as const;
const count = { type: 'integer' } as const;

export class MigrationsView {
  @ApiProperty({ description: 'The newest that this version knows' }) latest: string;
  @ApiProperty({ description: 'Whether the database has had them all' }) applied: boolean;
}

export class ClockView {
  @ApiProperty({ format: 'date-time' }) application: string;
  @ApiProperty({ format: 'date-time' }) database: string;
  @ApiProperty({
    description: 'Whether something was decided later than it is now: nothing is shared until then',
  })
  behind: boolean;
}

export class JobView {
  @ApiProperty({ enum: QUEUE_NAMES }) queue: string;
  @ApiProperty({ ...maybeInstant, description: 'Within the last day' }) last_done_at: string | null;
  @ApiProperty({ ...maybeInstant, description: 'For good, after three attempts; within the last day' })
  last_failed_at: string | null;
  @ApiProperty(count) waiting: number;
  @ApiProperty(count) running: number;
  @ApiProperty({ ...count, description: 'For good, within the last day' }) failed: number;
}

/** Of the own organization alone. */
export class CountsView {
  @ApiProperty({ ...count, description: 'People who have not left' }) people: number;
  @ApiProperty({ ...count, description: 'Those of them who sign in with a password alone' })
  without_second_factor: number;
  @ApiProperty({ ...count, description: 'Invitations that can be accepted' }) invitations: number;
  @ApiProperty({ ...count, description: 'API keys that are good' }) api_keys: number;
  @ApiProperty({ ...count, description: 'Those of them that end within 30 days' }) api_keys_ending: number;
}

/** How the installation does, and how the organization’s accounts stand; nothing of what anybody shares. */
export class HealthReportView {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ example: '0.1.0' }) version: string;
  @ApiProperty({ enum: ['ready', 'not ready', 'clock behind'], description: 'As /ready says' }) state: string;
  @ApiProperty({ type: MigrationsView }) migrations: MigrationsView;
  @ApiProperty({ type: ClockView }) clock: ClockView;
  @ApiProperty({ type: [JobView] }) jobs: JobView[];
  @ApiProperty({ type: CountsView }) counts: CountsView;
}
