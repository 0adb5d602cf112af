import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import type { Viewer } from '../../platform/viewer';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { ActingStore } from '../acting.store';
import { Passwords } from '../passwords';
import { SignInThrottle } from '../sign-in/sign-in-throttle';

/** 422 for an old password that is not the present one. */
export const wrongPassword = () =>
  Refusal.invalid({
    field: 'old_password',
    rule: 'password/wrong',
    message: 'must be your present password',
  });

/** Asks somebody who is signed in for her password once more: a found token alone must not change it. */
@Injectable()
export class OldPassword {
  constructor(
    private readonly throttle: SignInThrottle,
    private readonly acting: ActingStore,
    private readonly passwords: Passwords,
    private readonly transaction: ViewerTransaction,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Runs outside of a viewer's transaction. Attempts count together with those to sign in.
   * @param address IP address of the caller
   * @throws Refusal 422 for a wrong password, 429 after too many
   */
  async check(viewer: Viewer, password: string, address: string): Promise<void> {
    const known = viewer.personId ? await this.acting.proving(viewer.personId) : undefined;
    if (!known) throw wrongPassword();
    const subjects = this.throttle.subjects(known.email, address);
    await this.throttle.admit(subjects);
    if (await this.passwords.matches(password, known.password_hash)) return this.throttle.succeeded(subjects);
    await this.throttle.failed(subjects);
    const { personId: person } = viewer;
    await this.transaction.run(viewer, () =>
      this.record.appendToOwnHouse('account/password-change-refused', { person }),
    );
    throw wrongPassword();
  }
}
