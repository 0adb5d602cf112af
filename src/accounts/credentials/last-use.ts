import { Injectable } from '@nestjs/common';
import { ActingStore } from '../acting.store';

const MINUTE = 60_000;
const MOST = 10_000;

/**
 * Remembers when each key, and each session that a browser holds, was last used, to the minute. A process tells the
 * database once a minute and key; that statement stands alone and waits for nobody, so pulls are neither slowed nor
 * kept waiting for each other.
 */
@Injectable()
export class LastUse {
  private readonly told = new Map<string, number>();
  constructor(private readonly acting: ActingStore) {}

  async noteKey(apiKeyId: string, at: Date): Promise<void> {
    const minute = this.untold(apiKeyId, at);
    if (minute) await this.acting.noteKeyUse(apiKeyId, minute);
  }

  async noteSession(sessionId: string, at: Date): Promise<void> {
    const minute = this.untold(sessionId, at);
    if (minute) await this.acting.noteSessionUse(sessionId, minute);
  }

  /** The minute, unless it was told already. */
  private untold(id: string, at: Date): Date | undefined {
    const minute = Math.floor(at.getTime() / MINUTE);
    if (this.told.get(id) === minute) return undefined;
    // Sessions come and go: what is forgotten here is told once more than it had to be.
    if (this.told.size >= MOST) this.told.clear();
    this.told.set(id, minute);
    return new Date(minute * MINUTE);
  }
}
