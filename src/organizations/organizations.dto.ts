import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import type { Organization } from './organization';
import { HANDLE, NAMESPACE, ORGANIZATION_KINDS, type OrganizationKind } from './rules/organization';

export const DEFAULT_LIMIT = 50;
const nfc = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.normalize('NFC') : value);

export class ListOrganizationsQuery {
  @IsOptional() @IsIn(ORGANIZATION_KINDS) kind?: OrganizationKind;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
  @IsOptional() @IsString() @IsNotEmpty() cursor?: string;
}

export class AddConstituentBody {
  @Matches(HANDLE, {
    message: 'handle must be 2 to 40 lower-case letters, digits and hyphens, and begin with a letter',
  })
  handle: string;

  @Transform(nfc)
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, { message: 'name must not be blank' })
  name: string;

  @IsOptional()
  @Matches(NAMESPACE, { message: 'namespace must be an https address without a path' })
  namespace?: string;
}

/** An organization as the web API shows it: addressed by its handle, the parent too. */
export class OrganizationView {
  handle: string;
  name: string;
  kind: string;
  country: string | null;
  parent: string | null;
  namespace: string | null;
}

export class OrganizationPage {
  items: OrganizationView[];
  next: string | null;
}

export function presentOrganization(
  { handle, name, kind, country, parentId, namespace }: Organization,
  parents: ReadonlyMap<string, Organization>,
): OrganizationView {
  const parent = parentId === null ? null : (parents.get(parentId)?.handle ?? null);
  return { handle, name, kind, country, parent, namespace };
}
