import { Injectable } from '@nestjs/common';
import { ActingStore } from '../acting.store';

const MINUTE = 60_000;

/**
 * Remembers when each key was last used, to the minute. A process tells the database once a minute and key; that
 * statement stands alone and waits for nobody, so pulls are neither slowed nor kept waiting for each other.
 */
@Injectable()
export class LastUse {
  private readonly told = new Map<string, number>();
  constructor(private readonly acting: ActingStore) {}

  async note(apiKeyId: string, at: Date): Promise<void> {
    const minute = Math.floor(at.getTime() / MINUTE);
    if (this.told.get(apiKeyId) === minute) return;
    this.told.set(apiKeyId, minute);
    await this.acting.noteKeyUse(apiKeyId, new Date(minute * MINUTE));
  }
}
