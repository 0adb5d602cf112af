import type { DataSource } from 'typeorm';
import { newId } from '../../src/platform/ids';
import { before, type Hands, insertRow, time } from './given-rows';
import type { GivenOfficer, GivenVerification } from './given-world';

/** Writes duty officers and who verified them. */
export class GivenOfficers {
  constructor(
    private readonly owner: DataSource,
    private readonly hands: Hands,
  ) {}

  /** Whoever is named or verified is a duty officer from the beginning. */
  async write(named: readonly GivenOfficer[], verifications: readonly GivenVerification[]): Promise<void> {
    for (const person of new Set([...named, ...verifications].map((one) => one.person)))
      await this.owner.query(
        `INSERT INTO account_role (account_id, role, granted_at) VALUES ($1, 'duty-officer', $2) ON CONFLICT DO NOTHING`,
        [person, before],
      );
    for (const verification of verifications) await this.verification(verification);
  }

  private async verification({ by, person, of, verified, recorded, until, ended }: GivenVerification) {
    const id = newId();
    const recordedBy = this.hands.author(by);
    await insertRow(this.owner, 'duty_officer_verification', {
      id,
      verifier_id: by,
      account_id: person,
      organization_id: of,
      method: 'call_back',
      verified_at: time(verified),
      valid_until: time(until),
      recorded_at: time(recorded ?? verified),
      recorded_by: recordedBy,
    });
    if (ended === null) return;
    await insertRow(this.owner, 'duty_officer_verification_end', {
      verification_id: id,
      cause: 'revoked',
      at: time(ended),
      recorded_by: recordedBy,
      reason: 'given in a test',
    });
  }
}
