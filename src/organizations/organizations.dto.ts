import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { Line } from './fields';
import type { Organization } from './organization';
import { PageQuery } from '../platform/paging';
import { SearchWords } from '../platform/search-words';
import { OrganizationProfileView } from './profile/profile.dto';
import {
  HANDLE,
  LONGEST_NAMESPACE,
  NAMESPACE,
  ORGANIZATION_KINDS,
  type OrganizationKind,
} from './rules/organization';

const MAYBE_TEXT = { nullable: true, type: String } as const;

export class ListOrganizationsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ORGANIZATION_KINDS })
  @IsOptional()
  @IsIn(ORGANIZATION_KINDS)
  kind?: OrganizationKind;

  @SearchWords('handle and name')
  text?: string;
}

export class AddConstituentBody {
  @ApiProperty({
    pattern: HANDLE.source,
    example: 'banking',
    description: 'The name by which the organization is addressed; it never changes',
  })
  @Matches(HANDLE, {
    message: 'handle must be 2 to 40 lower-case letters, digits and hyphens, and begin with a letter',
  })
  handle: string;

  @ApiProperty({ minLength: 1, maxLength: 200, example: 'Banking Sector CERT' })
  @Line(200)
  name: string;

  @ApiPropertyOptional({
    format: 'uri',
    pattern: NAMESPACE.source,
    example: 'https://cert.banking.example',
    description: 'Publisher namespace of its CSAF documents: an https address without a path',
  })
  @IsOptional()
  @MaxLength(LONGEST_NAMESPACE)
  @Matches(NAMESPACE, { message: 'namespace must be an https address without a path' })
  namespace?: string;
}

/** An organization as the web API shows it: addressed by its handle, the parent too. */
export class OrganizationView {
  @ApiProperty({ example: 'banking', description: 'The name by which it is addressed' }) handle: string;
  @ApiProperty({ example: 'Banking Sector CERT' }) name: string;
  @ApiProperty({ enum: ORGANIZATION_KINDS }) kind: string;
  @ApiProperty({ ...MAYBE_TEXT, example: 'PK', description: 'ISO 3166-1 alpha-2; null for bodies of none' })
  country: string | null;
  @ApiProperty({ ...MAYBE_TEXT, example: 'pkcert', description: 'Handle of the national CERT above it' })
  parent: string | null;
  @ApiProperty({ ...MAYBE_TEXT, format: 'uri', description: 'Publisher namespace of its CSAF documents' })
  namespace: string | null;
}

/** One organization by itself, with what it says of itself. */
export class OrganizationDetail extends OrganizationView {
  @ApiProperty({
    type: OrganizationProfileView,
    nullable: true,
    description: 'After RFC 2350; null where there is none',
  })
  profile: OrganizationProfileView | null;
  @ApiProperty({ type: [String], description: 'Handles of organizations that were merged into it' })
  merged: string[];
}

export class OrganizationPage {
  @ApiProperty({ type: [OrganizationView], description: 'In the order of handles' })
  items: OrganizationView[];
  @ApiProperty({ ...MAYBE_TEXT, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

export function presentOrganization(
  { handle, name, kind, country, parentId, namespace }: Organization,
  parents: ReadonlyMap<string, Organization>,
): OrganizationView {
  const parent = parentId === null ? null : (parents.get(parentId)?.handle ?? null);
  return { handle, name, kind, country, parent, namespace };
}
