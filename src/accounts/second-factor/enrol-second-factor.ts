import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { Administration } from '../people/administration';
import { AccountsStore } from '../people/accounts.store';
import { SessionsStore } from '../sessions/sessions.store';
import { hashRecoveryCode, makeRecoveryCodes, makeSecret, periodOf, writeSecret } from './codes';
import type { BegunSecondFactorView, ConfirmSecondFactorBody, RecoveryCodesView } from './second-factor.dto';
import { SecondFactorStore } from './second-factor.store';
import { TotpSecrets } from './totp-secrets';

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
    if (former?.confirmed_at) throw enrolled();
    if (former) await this.store.end(former.id, 'replaced');
    const account = await this.accounts.find(person);
    if (!account) throw Refusal.notFound();
    const secret = makeSecret();
    await this.store.add(this.secrets.seal(secret, person));
    return writeSecret(secret, account.email);
  }

  /**
   * Confirms with a code of the app: from now on signing in asks for one. Sessions that began without end, but for
   * this one.
   * @throws Refusal `second-factor/enrolled`, `second-factor/not-begun`, 422 for a wrong code
   */
  async confirm({ code }: ConfirmSecondFactorBody): Promise<RecoveryCodesView> {
    const { person, viewer } = this.transaction;
    await this.administration.wait();
    await this.store.lock(person);
    const enrolment = await this.store.find(person);
    if (enrolment?.confirmed_at) throw enrolled();
    const secret = enrolment && this.secrets.open(enrolment.secret_sealed, person);
    if (!secret) throw notBegun();
    const period = periodOf(secret, code, this.transaction.at);
    if (period === undefined) throw wrongCode();
    await this.store.usePeriod(enrolment.id, period);
    const recovery_codes = makeRecoveryCodes();
    await this.store.confirm(enrolment.id, recovery_codes.map(hashRecoveryCode));
    await this.sessions.end(person, 'second-factor-enrolled', { except: viewer.sessionId });
    await this.record.appendToOwnHouse('second-factor/enrolled', { person });
    return { recovery_codes };
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
