import { Injectable } from '@nestjs/common';
import { ReleaseInEmergency, ReleaseItem, ReleaseUnderRule } from '../disclosure';
import { Refusal } from '../platform/refusal';
import { AdvisoryFindings, draftStatus } from './advisory-findings';
import type { CsafFinding } from './csaf/mapping/finding';
import { OwnAdvisories } from './own-advisories';
import { isLabelled, type Labelled } from './variant-preview';

const toErrors = (findings: readonly CsafFinding[]) =>
  findings.map(({ path, rule, message }) => ({ field: path, rule, message }));

/** A releaser lets a version leave, after what would leave has been looked at as a receiver would. */
@Injectable()
export class ReleaseAdvisory {
  constructor(
    private readonly own: OwnAdvisories,
    private readonly findings: AdvisoryFindings,
    private readonly release: ReleaseItem,
    private readonly emergency: ReleaseInEmergency,
    private readonly standing: ReleaseUnderRule,
  ) {}

  /**
   * @param toPublic whether a CLEAR version is released to everybody
   * @throws Refusal `advisory/draft-status`, `advisory/csaf-invalid`, `release/…`, `item/changed`, `not-found`
   */
  async execute(id: string, number: number, toPublic: boolean): Promise<void> {
    const version = await this.own.requireVersion(id, number, 'version');
    // Without a label nothing can be rendered, and the release is refused for that.
    if (isLabelled(version)) await this.refuseUnfit(version, toPublic);
    await this.release.execute('advisory', id, number, toPublic);
  }

  /**
   * The same by one person alone, its author or not, to whose terms allow that.
   * @throws Refusal as above, `release/emergency-nobody`
   */
  async inEmergency(id: string, number: number, reason: string): Promise<void> {
    const version = await this.own.requireVersion(id, number, 'version');
    if (isLabelled(version)) await this.refuseUnfit(version, false);
    await this.emergency.execute('advisory', id, number, reason);
  }

  /** The same under a standing rule, by its author or not. @throws Refusal as above, `standing-rule/…` */
  async underRule(id: string, number: number, rule: string): Promise<void> {
    const version = await this.own.requireVersion(id, number, 'version');
    if (isLabelled(version)) await this.refuseUnfit(version, false);
    await this.standing.execute('advisory', id, number, rule);
  }

  private async refuseUnfit(version: Labelled, toPublic: boolean): Promise<void> {
    const draft = draftStatus(version);
    if (draft.length > 0)
      throw new Refusal(
        'advisory/draft-status',
        422,
        'The imported document calls itself a draft.',
        toErrors(draft),
      );
    const findings = await this.findings.of(version, false);
    if (toPublic) findings.push(...(await this.findings.of(version, true)));
    if (findings.length > 0)
      throw new Refusal(
        'advisory/csaf-invalid',
        422,
        'The CSAF document that would leave breaks the rules listed under errors.',
        toErrors(findings),
      );
  }
}
