import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { ItemsStore, ReleaseItem, unchanged } from '../disclosure';
import { Organizations } from '../organizations';
import { Refusal } from '../platform/refusal';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { contentOf } from './advisory-content';
import type { CsafFinding } from './csaf/mapping/finding';
import { validateCsaf } from './csaf/validate-csaf';
import { OwnAdvisories } from './own-advisories';
import { csafOf, isFindings } from './render-csaf';
import { isLabelled, type Labelled, previewOf } from './variant-preview';

const toErrors = (findings: readonly CsafFinding[]) =>
  findings.map(({ path, rule, message }) => ({ field: path, rule, message }));

/** A releaser lets a version leave, after what would leave has been looked at as a receiver would. */
@Injectable()
export class ReleaseAdvisory {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly own: OwnAdvisories,
    private readonly items: ItemsStore,
    private readonly organizations: Organizations,
    private readonly release: ReleaseItem,
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

  private async refuseUnfit(version: Labelled, toPublic: boolean): Promise<void> {
    if (contentOf(version.content).imported?.status === 'draft')
      throw new Refusal('advisory/draft-status', 422, 'The imported document calls itself a draft.', [
        {
          field: '/document/tracking/status',
          rule: 'accord draft-status',
          message: 'must be interim or final',
        },
      ]);
    const findings = await this.faultsOf(version, false);
    if (toPublic) findings.push(...(await this.faultsOf(version, true)));
    if (findings.length > 0)
      throw new Refusal(
        'advisory/csaf-invalid',
        422,
        'The CSAF document that would leave breaks the rules listed under errors.',
        toErrors(findings),
      );
  }

  /** What is wrong with the document that a team, or everybody, would get first. */
  private async faultsOf(version: Labelled, toPublic: boolean): Promise<CsafFinding[]> {
    const { viewer, at } = this.transaction;
    const parts = (await this.items.partsOf([version.id])).get(version.id) ?? [];
    const csaf = csafOf(
      previewOf(version, await this.organizations.byId(viewer.organizationId), {
        externalId: randomUUID(),
        history: [{ number: 1, madeAt: at.toISOString() }],
        toPublic,
        // All of them: what a team gets is some of these.
        parts: unchanged(parts, version),
      }),
    );
    return isFindings(csaf) ? csaf : validateCsaf(JSON.parse(csaf.bytes.toString('utf8')));
  }
}
