import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import type { Viewer } from '../../platform/viewer';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { ActingStore, type StandingFactor } from '../acting.store';
import { hashRecoveryCode, isAppCode, periodOf } from './codes';
import { TotpSecrets } from './totp-secrets';

/** What is wrong with the code of somebody whose password is right. */
export type CodeFault = 'missing' | 'wrong';

/** Asks who signs in for the second factor. Runs before there is a viewer's transaction. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly acting: ActingStore,
    private readonly secrets: TotpSecrets,
    private readonly clock: Clock,
    private readonly transaction: ViewerTransaction,
    private readonly record: SharingRecord,
  ) {}

  /**
   * @param factor that of the account; undefined when it has none
   * @returns undefined when the code is right, or none is asked for; a code that is right is used up
   */
  async fault(
    viewer: Viewer,
    factor: StandingFactor | undefined,
    code: string | undefined,
  ): Promise<CodeFault | undefined> {
    const accountId = viewer.personId!;
    if (!factor) return undefined;
    if (code === undefined) return 'missing';
    const right = isAppCode(code)
      ? await this.usesPeriod(factor, accountId, code)
      : await this.usesRecoveryCode(factor, viewer, code);
    return right ? undefined : 'wrong';
  }

  private async usesPeriod(factor: StandingFactor, accountId: string, code: string): Promise<boolean> {
    const secret = this.secrets.open(factor.secret_sealed, accountId);
    const period = secret && periodOf(secret, code, this.clock.now());
    return period !== undefined && this.acting.useTotpPeriod(factor.enrolment_id, period);
  }

  private async usesRecoveryCode(factor: StandingFactor, viewer: Viewer, code: string): Promise<boolean> {
    if (!(await this.acting.useRecoveryCode(factor.enrolment_id, hashRecoveryCode(code)))) return false;
    const { personId: person } = viewer;
    await this.transaction.run(viewer, () =>
      this.record.appendToOwnHouse('second-factor/recovery-code-used', { person }),
    );
    return true;
  }
}
