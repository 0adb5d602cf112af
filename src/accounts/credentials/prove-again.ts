import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import type { Viewer } from '../../platform/viewer';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { type EntryKind, SharingRecord } from '../../record';
import { ActingStore } from '../acting.store';
import { Passwords } from '../passwords';
import { SecondFactor } from '../second-factor/second-factor';
import { SignInThrottle } from '../sign-in/sign-in-throttle';

/** What somebody who is signed in proves once more, and where. */
export interface Proof {
  /** The field of the body that holds the password. */
  field: string;
  password: string;
  /** The code of the second factor, where the route asks for one. */
  code?: string | undefined;
  /** Whether who has a second factor proves that as well, and is told so where no code was sent. */
  withFactor?: boolean | undefined;
  /** The kind of the entry that a refusal leaves. */
  refusedAs: EntryKind;
  /** IP address of the caller. */
  address: string;
}

/** 422 for a password that is not the present one. */
export const wrongPassword = (field: string) =>
  Refusal.invalid({ field, rule: 'password/wrong', message: 'must be your present password' });
const wrongCode = () =>
  Refusal.invalid({
    field: 'code',
    rule: 'second-factor/wrong-code',
    message: 'is not what the app shows now, or was used before',
  });

const missingCode = () =>
  Refusal.invalid({
    field: 'code',
    rule: 'second-factor/code-required',
    message: 'must be the code of your second factor',
  });

/** Asks somebody who is signed in for her password once more: a found token alone must not change how she signs in. */
@Injectable()
export class ProveAgain {
  constructor(
    private readonly throttle: SignInThrottle,
    private readonly acting: ActingStore,
    private readonly passwords: Passwords,
    private readonly secondFactor: SecondFactor,
    private readonly transaction: ViewerTransaction,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Runs outside of a viewer's transaction. Attempts count together with those to sign in.
   * @throws Refusal 422 for a wrong password or code, 429 after too many
   */
  async check(viewer: Viewer, proof: Proof): Promise<void> {
    const { field, password, refusedAs, address } = proof;
    const { personId: person } = viewer;
    const known = person ? await this.acting.proving(person) : undefined;
    if (!person || !known) throw wrongPassword(field);
    const subjects = this.throttle.subjects(known.email, address);
    await this.throttle.admit(subjects);
    const refusal = !(await this.passwords.matches(password, known.password_hash))
      ? wrongPassword(field)
      : await this.faultOfCode(viewer, person, proof);
    if (!refusal) return this.throttle.succeeded(subjects);
    await this.throttle.failed(subjects);
    await this.transaction.run(viewer, () => this.record.appendToOwnHouse(refusedAs, { person }));
    throw refusal;
  }

  /** Who has no second factor is told so by the route itself. */
  private async faultOfCode(
    viewer: Viewer,
    person: string,
    { code, withFactor }: Proof,
  ): Promise<Refusal | undefined> {
    if (code === undefined && !withFactor) return undefined;
    const factor = await this.acting.secondFactor(person);
    const fault = await this.secondFactor.fault(viewer, factor, code);
    return fault && (fault === 'missing' ? missingCode() : wrongCode());
  }
}
