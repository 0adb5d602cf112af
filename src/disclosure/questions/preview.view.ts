import { ApiProperty } from '@nestjs/swagger';
import { type Channel, CHANNELS } from '../rules/vocabulary';
import { ASKED_SCOPES, type AskedScope } from '../consent-requests/rules/judge-consent-request';
import { BasisName, TransformationView, VerdictView } from './decision.view';

/** A refusal that hangs on one rule or two. */
export class NearMissView extends BasisName {
  @ApiProperty({ type: [VerdictView], description: 'The rules that forbid, one or two' })
  forbidding: VerdictView[];
}

/** What a release would give a duty officer whom a RED version names. */
export class NamedPreview {
  @ApiProperty({ format: 'uuid', description: 'Account' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() released: boolean;
  @ApiProperty({ type: BasisName, nullable: true }) cited: BasisName | null;
  @ApiProperty({ type: NearMissView, nullable: true }) near_miss: NearMissView | null;
}

/** What a release would give a team. */
export class TeamPreview {
  @ApiProperty({ description: 'Handle; `public` for everybody' }) team: string;
  @ApiProperty() released: boolean;
  @ApiProperty({ type: BasisName, nullable: true, description: 'Under what it would be released' })
  cited: BasisName | null;
  @ApiProperty({
    oneOf: [
      { type: 'string', enum: ['any'] },
      { type: 'array', items: { type: 'string', enum: [...CHANNELS] } },
    ],
    description: 'By which channels it would go, under whichever terms; none where it is not released',
  })
  channels: 'any' | Channel[];
  @ApiProperty({
    type: [TransformationView],
    description: 'What becomes of its parts; those that are not named would leave as they are',
  })
  transformations: TransformationView[];
  @ApiProperty({ type: NearMissView, nullable: true }) near_miss: NearMissView | null;
  @ApiProperty({
    type: [NamedPreview],
    description:
      'Of TLP:RED: whom of the team it names. The team counts as released with the first who gets it',
  })
  named: NamedPreview[];
}

/** Of all teams that some grant of yours names: `teams` is `released` and `refused`; near misses are among the refused. */
export class PreviewCounts {
  @ApiProperty() teams: number;
  @ApiProperty() released: number;
  @ApiProperty() refused: number;
  @ApiProperty({ description: 'Refused by one rule or two' }) near_misses: number;
}

/** A consent that was asked for and not answered yet. */
export class AwaitedConsentView {
  @ApiProperty({ format: 'uuid', description: 'The request' }) request: string;
  @ApiProperty({ description: 'Handle of the originator that was asked' }) of: string;
  @ApiProperty({ format: 'date-time' }) asked_at: string;
  @ApiProperty({ enum: ASKED_SCOPES }) scope: AskedScope;
  @ApiProperty({ format: 'date-time', description: 'When the request lapses' }) answer_by: string;
}

/** Who would get a version if it were released now by a person who is not an author of it. */
export class PreviewView {
  @ApiProperty({ format: 'uuid', description: 'Your own id of the item' }) item: string;
  @ApiProperty({ enum: ['advisory', 'incident'] }) type: 'advisory' | 'incident';
  @ApiProperty() version: number;
  @ApiProperty({ description: 'Whether it would be released to everybody' }) public: boolean;
  @ApiProperty({
    format: 'date-time',
    description: 'Now, or when its embargo is over: the instant of which this is said',
  })
  effective_at: string;
  @ApiProperty() rules_version: number;
  @ApiProperty({
    type: [AwaitedConsentView],
    description:
      'Consents that it waits for (D-17): whom they let it go to gets it at the instant of the answer, without a further act',
  })
  awaits: AwaitedConsentView[];
  @ApiProperty({ type: PreviewCounts, description: 'Of all pages' }) counts: PreviewCounts;
  @ApiProperty({ type: TeamPreview }) everybody: TeamPreview;
  @ApiProperty({
    type: [TeamPreview],
    description: 'Every team that some grant of yours names, in force or not',
  })
  items: TeamPreview[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}
