import { Injectable } from '@nestjs/common';
import { WithdrawItem } from '../../disclosure';
import { Cases } from './cases';

@Injectable()
export class WithdrawCase {
  constructor(
    private readonly cases: Cases,
    private readonly withdraw: WithdrawItem,
  ) {}

  /**
   * Withdraws an own case: who received it gets a notice without content. The reason stays with the owner.
   * @throws Refusal 404, `item/withdrawn`, `item/not-released`
   */
  async run(id: string, reason: string): Promise<void> {
    await this.cases.own(id);
    await this.withdraw.execute('incident', id, reason);
  }
}
