import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { WholeNumber } from '../platform/whole-number';
import type { Organization } from './organization';
import { HANDLE, NAMESPACE, ORGANIZATION_KINDS, type OrganizationKind } from './rules/organization';

export const DEFAULT_LIMIT = 50;
const MAYBE_TEXT = { nullable: true, type: String } as const;
const nfc = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.normalize('NFC') : value);

export class ListOrganizationsQuery {
  @ApiPropertyOptional({ enum: ORGANIZATION_KINDS })
  @IsOptional()
  @IsIn(ORGANIZATION_KINDS)
  kind?: OrganizationKind;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: DEFAULT_LIMIT })
  @IsOptional()
  @WholeNumber()
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  @ApiPropertyOptional({ description: 'The `next` of the previous page; leave it out to begin' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  cursor?: string;
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
  @Transform(nfc)
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, { message: 'name must not be blank' })
  name: string;

  @ApiPropertyOptional({
    format: 'uri',
    pattern: NAMESPACE.source,
    example: 'https://cert.banking.example',
    description: 'Publisher namespace of its CSAF documents: an https address without a path',
  })
  @IsOptional()
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
