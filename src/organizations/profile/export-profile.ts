import { Injectable } from '@nestjs/common';
import { rfc2350Text } from './rfc2350';
import type { ProfileVersion } from './profiles.store';

@Injectable()
export class ExportProfile {
  /** The current profile as RFC 2350 text. */
  async run(_organizationId: string, { content, version, at }: ProfileVersion): Promise<string> {
    return rfc2350Text({
      profile: content,
      version,
      updatedAt: at,
      telephones: [],
      emails: [],
      keys: [],
    });
  }
}
