import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ANONYMOUS, type Viewer } from '../../platform/viewer';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { ActingStore, type Claimed } from '../acting.store';
import { Passwords } from '../passwords';
import { type CodeFault, SecondFactor } from '../second-factor/second-factor';
import { ConfirmSignIn } from './confirm-sign-in';
import { CHALLENGE, signInRefused } from './sign-in-refused';
import { SignInThrottle } from './sign-in-throttle';
import { Turns } from './turns';

/** What someone who signs in offers, and from where. */
export interface Attempt {
  email: string;
  password: string;
  /** Of the second factor; undefined when none was sent. */
  code?: string | undefined;
  /** IP address of the caller. */
  address: string;
}

type Fault = CodeFault | 'password';

const refusals: Record<Fault, () => Refusal> = {
  password: signInRefused,
  missing: () =>
    new Refusal('sign-in/code-required', 401, 'Send the code of your second factor, too.', [], CHALLENGE),
  wrong: () =>
    new Refusal('sign-in/code-refused', 401, 'The code is wrong, or was used before.', [], CHALLENGE),
};

@Injectable()
export class SignIn {
  private readonly turns = new Turns();
  constructor(
    private readonly throttle: SignInThrottle,
    private readonly acting: ActingStore,
    private readonly passwords: Passwords,
    private readonly secondFactor: SecondFactor,
    private readonly transaction: ViewerTransaction,
    private readonly record: SharingRecord,
    private readonly confirm: ConfirmSignIn,
  ) {}

  /**
   * Finds out who signs in. Runs before there is a viewer, so outside of a viewer's transaction. Once the
   * viewer's transaction is open, ConfirmSignIn looks whether the proofs are good still.
   * @throws Refusal 401, the same for an unknown e-mail and a wrong password, and others for a code that is missing or
   * wrong; 429 after too many failures
   */
  async run({ email: written, password, code, address }: Attempt): Promise<Viewer> {
    const email = written.toLowerCase();
    const subjects = this.throttle.subjects(email, address);
    // One attempt at a time from one address, so that many at once do not slip past its limit together.
    return this.turns.take(subjects.address, async () => {
      await this.throttle.admit(subjects);
      const claimed = await this.acting.signingIn(email);
      const matches = await this.passwords.matches(password, claimed?.password_hash);
      const viewer = matches && claimed ? await this.acting.person(claimed.id) : undefined;
      const factor = viewer ? await this.acting.secondFactor(viewer.personId!) : undefined;
      const fault = viewer ? await this.secondFactor.fault(viewer, factor, code) : 'password';
      if (viewer && claimed && !fault) {
        await this.throttle.succeeded(subjects);
        this.confirm.keep(viewer, { passwordHash: claimed.password_hash, enrolment: factor?.enrolment_id });
        return viewer;
      }
      // Who is asked for the code comes back with it. Until then the attempt counts, so that nobody guesses codes.
      if (fault !== 'missing') await this.throttle.failed(subjects);
      await this.recordFailure(claimed, fault);
      throw refusals[fault ?? 'password']();
    });
  }

  /** An unknown e-mail leaves an entry too, in the public's log: the answer then takes as long as for a known one. */
  private async recordFailure(claimed: Claimed | undefined, fault: Fault | undefined): Promise<void> {
    const viewer: Viewer = claimed ? { organizationId: claimed.organization_id, roles: [] } : ANONYMOUS;
    const kind = fault === 'missing' ? 'sign-in/code-asked' : 'sign-in/failed';
    const because = fault === 'wrong' ? { because: 'code' } : {};
    await this.transaction.run(viewer, () =>
      this.record.appendToOwnHouse(kind, claimed ? { person: claimed.id, ...because } : {}),
    );
  }
}
