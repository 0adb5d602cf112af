import { ApiProperty } from '@nestjs/swagger';
import type { Organization } from '../../organizations';
import {
  PAP_LEVELS,
  type Part,
  PartView,
  presentPart,
  PRODUCT_TYPES,
  SEVERITIES,
  TLP_LABELS,
} from '../../disclosure';
import { type Named, PersonView } from '../people';
import type { CaseVersion } from './case-content';
import { CASE_INFORMATION_TYPES } from './case-input.dto';

export class CaseAudienceView {
  @ApiProperty({
    description: '`partners`, or handles of the only teams that may get it; empty is nobody',
    oneOf: [
      { type: 'string', enum: ['partners'] },
      { type: 'array', items: { type: 'string' } },
    ],
  })
  include: 'partners' | string[];
  @ApiProperty({ type: [String], description: 'Handles of teams that never get it' }) exclude: string[];
}

/** How a version of a case may be handled; null or empty is not labelled yet. */
export class CaseHandlingView {
  @ApiProperty({ enum: TLP_LABELS, nullable: true, type: String }) tlp: string | null;
  @ApiProperty({ enum: CASE_INFORMATION_TYPES, nullable: true, type: String })
  information_type: string | null;
  @ApiProperty({ type: [String], description: 'RSIT codes, and codes of national schemes' })
  categories: string[];
  @ApiProperty({ enum: PRODUCT_TYPES, isArray: true, description: 'What kinds of product it is' })
  product_types: string[];
  @ApiProperty({ type: [String] }) sectors: string[];
  @ApiProperty({ enum: SEVERITIES, nullable: true, type: String }) severity: string | null;
  @ApiProperty({ type: [String], description: 'Countries that it affects' }) nexus: string[];
  @ApiProperty({ enum: PAP_LEVELS, nullable: true, type: String }) pap: string | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) embargo_until: string | null;
  @ApiProperty({ type: CaseAudienceView }) audience: CaseAudienceView;
  @ApiProperty({ type: [String], description: 'Of TLP:RED: accounts of the duty officers who get it' })
  named_persons: string[];
}

export class CaseVersionView {
  @ApiProperty() version: number;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ type: PersonView }) created_by: PersonView;
  @ApiProperty({ type: [PersonView], description: 'None of them may release it' }) authors: PersonView[];
  @ApiProperty() title: string;
  @ApiProperty() summary: string;
  @ApiProperty({ nullable: true, type: String }) details: string | null;
  @ApiProperty({ type: CaseHandlingView }) handling: CaseHandlingView;
  @ApiProperty({ type: [PartView] }) parts: PartView[];
}

export type Organizations = ReadonlyMap<string, Organization>;

/** Every organization that the audience of a version names. */
export const audienceOf = ({ audienceInclude, audienceExclude }: CaseVersion): string[] => [
  ...audienceInclude,
  ...audienceExclude,
];

function presentAudience(
  { audienceAny, audienceInclude, audienceExclude }: CaseVersion,
  organizations: Organizations,
): CaseAudienceView {
  const handles = (ids: readonly string[]) => ids.map((id) => organizations.get(id)?.handle ?? '').sort();
  return { include: audienceAny ? 'partners' : handles(audienceInclude), exclude: handles(audienceExclude) };
}

/** @param organizations those of `audienceOf` at least */
export function presentVersion(
  version: CaseVersion,
  parts: readonly Part[],
  named: Named,
  organizations: Organizations,
): CaseVersionView {
  const { tlp, informationType, categories, productTypes, sectors, severity, nexus, pap, embargoUntil } =
    version;
  return {
    version: version.number,
    created_at: version.createdAt.toISOString(),
    created_by: named(version.createdBy),
    authors: version.authors.map(named),
    title: version.title,
    summary: version.content.summary,
    details: version.content.details ?? null,
    handling: {
      tlp,
      information_type: informationType,
      categories,
      product_types: productTypes,
      sectors,
      severity,
      nexus,
      pap,
      embargo_until: embargoUntil?.toISOString() ?? null,
      audience: presentAudience(version, organizations),
      named_persons: version.namedPersons,
    },
    parts: parts.map(presentPart),
  };
}
