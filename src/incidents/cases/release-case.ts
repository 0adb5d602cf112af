import { Injectable } from '@nestjs/common';
import { ReleaseInEmergency, ReleaseItem, ReleaseUnderRule } from '../../disclosure';
import type { ReleaseCaseBody } from './case-acts.dto';
import { Cases } from './cases';

@Injectable()
export class ReleaseCase {
  constructor(
    private readonly cases: Cases,
    private readonly release: ReleaseItem,
    private readonly emergency: ReleaseInEmergency,
    private readonly standing: ReleaseUnderRule,
  ) {}

  /**
   * Releases the latest version of an own case to the teams in its audience whose agreements admit it, or, if it is
   * CLEAR and meant so, to everybody.
   * @throws Refusal 404, `release/…`, `item/changed`
   */
  async run(id: string, { version, public: toPublic = false }: ReleaseCaseBody): Promise<void> {
    await this.cases.own(id);
    await this.release.execute('incident', id, version, toPublic);
  }

  /**
   * The same by one person alone, its author or not, to whose terms allow that.
   * @throws Refusal as above, `release/emergency-nobody`
   */
  async inEmergency(id: string, version: number, reason: string): Promise<void> {
    await this.cases.own(id);
    await this.emergency.execute('incident', id, version, reason);
  }

  /** The same under a standing rule, by its author or not. @throws Refusal as above, `standing-rule/…` */
  async underRule(id: string, version: number, rule: string): Promise<void> {
    await this.cases.own(id);
    await this.standing.execute('incident', id, version, rule);
  }
}
