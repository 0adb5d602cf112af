import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { Administration } from '../people/administration';
import { AccountsStore } from '../people/accounts.store';
import { SessionsStore } from '../sessions/sessions.store';
import { hashRecoveryCode, makeRecoveryCodes, makeSecret, periodOf, writeSecret } from './codes';
import type { BegunSecondFactorView, ConfirmSecondFactorBody, RecoveryCodesView } from './second-factor.dto';
import { type Enrolment, SecondFactorStore } from './second-factor.store';
import { TotpSecrets } from './totp-secrets';

/** How long an enrolment waits to be confirmed, in milliseconds, and for how many codes. */
const PENDING = 15 * 60_000;
const MOST_CODES = 5;

@Injectable()
export class EnrolSecondFactor {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly accounts: AccountsStore,
    private readonly store: SecondFactorStore,
    private readonly secrets: TotpSecrets,
    private readonly sessions: SessionsStore,
    private readonly record: SharingRecord,
    private readonly administration: Administration,
  ) {}

  /**
   * Makes a secret for the acting person's app. It counts for nothing until a code of it is shown; beginning again
   * makes another.
   * @throws Refusal `second-factor/enrolled`
   */
  async begin(): Promise<BegunSecondFactorView> {
    const { person } = this.transaction;
    await this.administration.wait();
    await this.store.lock(person);
    const former = await this.store.find(person);
    // What was sealed with another secret of the installation opens for nobody: its owner may begin anew.
    const lost = former && this.secrets.open(former.secret_sealed, person) === undefined;
    if (former?.confirmed_at && !lost) throw enrolled();
    if (former) await this.store.end(former.id, 'replaced');
    const account = await this.accounts.find(person);
    if (!account) throw Refusal.notFound();
    const secret = makeSecret();
    await this.store.add(this.secrets.seal(secret, person));
    return writeSecret(secret, account.email);
  }

  /**
   * Confirms with a code of the app, in the session that began, within fifteen minutes and five codes: from now on
   * signing in asks for one. Sessions that began without end, but for this one.
   * @throws Refusal `second-factor/enrolled`, `second-factor/not-begun`, 422 for a wrong code
   */
  async confirm({ code }: ConfirmSecondFactorBody): Promise<RecoveryCodesView> {
    const { person, viewer } = this.transaction;
    await this.administration.wait();
    await this.store.lock(person);
    const enrolment = await this.store.find(person);
    if (enrolment?.confirmed_at) throw enrolled();
    if (!enrolment || !this.isPending(enrolment)) throw notBegun();
    const secret = this.secrets.open(enrolment.secret_sealed, person);
    if (!secret) throw notBegun();
    const period = periodOf(secret, code, this.transaction.at);
    if (period === undefined) throw await this.refuseCode(enrolment);
    await this.store.usePeriod(enrolment.id, period);
    const recovery_codes = makeRecoveryCodes();
    await this.store.confirm(enrolment.id, recovery_codes.map(hashRecoveryCode));
    await this.sessions.end(person, 'second-factor-enrolled', { except: viewer.sessionId });
    await this.record.appendToOwnHouse('second-factor/enrolled', { person });
    return { recovery_codes };
  }

  private isPending({ created_at, session_id }: Enrolment): boolean {
    const { at, viewer } = this.transaction;
    return session_id === viewer.sessionId && at.getTime() - created_at.getTime() < PENDING;
  }

  /** Counts a wrong code, and ends the enrolment with the fifth: who guesses begins anew, which takes the password. */
  private async refuseCode({ id, wrong_codes }: Enrolment): Promise<Refusal> {
    await this.store.addWrongCode(id);
    if (wrong_codes + 1 >= MOST_CODES) await this.store.end(id, 'guessed');
    const { person } = this.transaction;
    await this.record.appendToOwnHouse('second-factor/confirmation-refused', { person });
    return Object.assign(wrongCode(), { recorded: true });
  }

  /**
   * Makes other recovery codes; those that were not used yet are void.
   * @throws Refusal `second-factor/not-enrolled`
   */
  async renewCodes(): Promise<RecoveryCodesView> {
    const { person } = this.transaction;
    await this.administration.wait();
    await this.store.lock(person);
    const enrolment = await this.store.find(person);
    if (!enrolment?.confirmed_at) throw notEnrolled();
    const recovery_codes = makeRecoveryCodes();
    await this.store.replaceCodes(enrolment.id, recovery_codes.map(hashRecoveryCode));
    await this.record.appendToOwnHouse('second-factor/recovery-codes-renewed', { person });
    return { recovery_codes };
  }
}

const notEnrolled = () =>
  Refusal.conflict('second-factor/not-enrolled', 'You have none. Enrol with POST /api/v1/me/second-factor.');
const enrolled = () =>
  Refusal.conflict('second-factor/enrolled', 'You have one. An administrator can remove it.');
const notBegun = () =>
  Refusal.conflict('second-factor/not-begun', 'Begin with POST /api/v1/me/second-factor.');
const wrongCode = () =>
  Refusal.invalid({
    field: 'code',
    rule: 'second-factor/wrong-code',
    message: 'is not what the app shows now',
  });
