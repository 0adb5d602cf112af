import { ApiPropertyOptional } from '@nestjs/swagger';
import { IfGiven } from '../../platform/if-given';
import { IsIn, IsString, Matches, MaxLength, ValidateBy } from 'class-validator';
import { IsInstant } from '../../platform/instant';
import { PageQuery } from '../../platform/paging';
import {
  INFORMATION_TYPES,
  PERMITTED_PURPOSES,
  type Purpose,
  isCategory,
  SECTORS,
  SEVERITIES,
  TLP_LABELS,
} from '../rules/vocabulary';
import { PURPOSE } from '../stated-purpose';

const OWN_LABELS = [...TLP_LABELS, 'unlabelled'];
const SORTS = ['-released_to_you', 'released_to_you', '-created', 'created'];

/** A filter that may be left out; null is not leaving it out. */
const ofOwn = (what: string) => ({ format: 'date-time', description: `With scope \`own\` only: ${what}` });
const ofReceived = (what: string) => ({ format: 'date-time', description: `Of what is received: ${what}` });

/** What a list of items can be narrowed to, in which order it comes and which fields it shows. All filters must hold. */
export class ItemListQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: ['received', 'own'],
    default: 'received',
    description: '`received`: what others share with your team. `own`: what your organization has.',
  })
  @IfGiven()
  @IsIn(['received', 'own'])
  scope?: 'received' | 'own';

  @ApiPropertyOptional({ ...PURPOSE, description: `Of what is received. ${PURPOSE.description}` })
  @IfGiven()
  @IsIn(PERMITTED_PURPOSES)
  purpose?: Purpose;

  @ApiPropertyOptional({ enum: OWN_LABELS, description: '`unlabelled` with scope `own` only' })
  @IfGiven()
  @IsIn(OWN_LABELS)
  tlp?: string;

  @ApiPropertyOptional({ enum: INFORMATION_TYPES, description: 'Information type' })
  @IfGiven()
  @IsIn(INFORMATION_TYPES)
  type?: string;

  @ApiPropertyOptional({
    description: 'An RSIT code, or one of a national scheme, that is among the categories',
    example: 'fraud/phishing',
  })
  @IfGiven()
  @ValidateBy({
    name: 'category',
    validator: {
      validate: isCategory,
      defaultMessage: () =>
        'category must be an RSIT 1.3 code, or one of a national scheme as cn:scheme#code',
    },
  })
  category?: string;

  @ApiPropertyOptional({ enum: SECTORS, description: 'Is among the sectors' })
  @IfGiven()
  @IsIn(SECTORS)
  sector?: string;

  @ApiPropertyOptional({ enum: SEVERITIES })
  @IfGiven()
  @IsIn(SEVERITIES)
  severity?: string;

  @ApiPropertyOptional({ description: 'Of what is received: handle of the originator', example: 'pkcert' })
  @IfGiven()
  @Matches(/^[a-z][a-z0-9-]{1,39}$/, { message: 'originator must be a handle' })
  originator?: string;

  @ApiPropertyOptional({ description: 'A CVE id that it names', example: 'CVE-2026-10001' })
  @IfGiven()
  @Matches(/^CVE-\d{4}-\d{4,19}$/i, { message: 'cve must be a CVE id, as CVE-2026-10001' })
  cve?: string;

  @ApiPropertyOptional({
    maxLength: 200,
    description: 'Words that are all in title, summary or reference, in any case and order',
  })
  @IfGiven()
  @MaxLength(200)
  @Matches(/[\p{L}\p{N}]/u, { message: 'text must have a word' })
  text?: string;

  @ApiPropertyOptional({ description: 'The short reference it has for you', example: 'PK-7QX4-M2F9-3' })
  @IfGiven()
  @IsString()
  @MaxLength(40)
  reference?: string;

  @ApiPropertyOptional(ofReceived('came in, in its present version, at or after'))
  @IfGiven()
  @IsInstant()
  released_to_you_from?: string;

  @ApiPropertyOptional(ofReceived('came in, in its present version, before'))
  @IfGiven()
  @IsInstant()
  released_to_you_to?: string;

  @ApiPropertyOptional(ofOwn('made at or after'))
  @IfGiven()
  @IsInstant()
  created_from?: string;

  @ApiPropertyOptional(ofOwn('made before'))
  @IfGiven()
  @IsInstant()
  created_to?: string;

  @ApiPropertyOptional(ofOwn('latest version made at or after'))
  @IfGiven()
  @IsInstant()
  updated_from?: string;

  @ApiPropertyOptional(ofOwn('latest version made before'))
  @IfGiven()
  @IsInstant()
  updated_to?: string;

  @ApiPropertyOptional({
    enum: SORTS,
    description: 'Newest first with `-`, and by default; `created` with scope `own`',
  })
  @IfGiven()
  @IsIn(SORTS)
  sort?: string;

  @ApiPropertyOptional({
    description: 'Only these properties of each item, with commas between',
    example: 'id,title,tlp',
  })
  @IfGiven()
  @MaxLength(500)
  @Matches(/^[a-z_]+(,[a-z_]+)*$/, { message: 'fields must be names with commas between' })
  fields?: string;
}
