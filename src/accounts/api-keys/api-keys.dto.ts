import { Transform } from 'class-transformer';
import { IsISO8601, IsString, Length, Matches } from 'class-validator';
import type { Page } from '../paging';
import type { ApiKey } from './api-keys.store';

export class IssueApiKeyBody {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.normalize('NFC') : value))
  @IsString()
  @Length(1, 100)
  @Matches(/\S/, { message: 'name must not be blank' })
  name: string;

  /** At most 400 days ahead; nobody looks after a key that never ends. */
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/, {
    message: 'expires_at must be an instant with its zone, as 2027-01-31T00:00:00Z',
  })
  expires_at: string;
}

/** A key as its own organization sees it; the prefix tells which one a system uses. */
export class ApiKeyView {
  id: string;
  name: string;
  prefix: string;
  created_at: string;
  created_by: string;
  expires_at: string;
  revoked_at: string | null;
}

/** The one answer that holds the whole key. */
export class IssuedApiKeyView extends ApiKeyView {
  key: string;
}

export class ApiKeyPage {
  items: ApiKeyView[];
  next: string | null;
}

export function presentApiKey({ created_at, expires_at, revoked_at, ...rest }: ApiKey): ApiKeyView {
  return {
    ...rest,
    created_at: created_at.toISOString(),
    expires_at: expires_at.toISOString(),
    revoked_at: revoked_at?.toISOString() ?? null,
  };
}

export const presentApiKeys = ({ rows, next }: Page<ApiKey>): ApiKeyPage => ({
  items: rows.map(presentApiKey),
  next,
});
