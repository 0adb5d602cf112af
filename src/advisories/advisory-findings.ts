import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { ItemsStore, unchanged } from '../disclosure';
import { Organizations } from '../organizations';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { contentOf } from './advisory-content';
import type { CsafFinding } from './csaf/mapping/finding';
import { validateCsaf } from './csaf/validate-csaf';
import { csafOf, isFindings } from './render-csaf';
import { type Labelled, previewOf } from './variant-preview';

/** Looks at the documents that would leave of a version, as a receiver would. */
@Injectable()
export class AdvisoryFindings {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly items: ItemsStore,
    private readonly organizations: Organizations,
  ) {}

  /** What is wrong with the document that a team, or everybody, would get first. */
  async of(version: Labelled, toPublic: boolean): Promise<CsafFinding[]> {
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

/** What a document says that is yet a draft in its publisher's eyes: it is not released as long as it does. */
export const draftStatus = ({ content }: Pick<Labelled, 'content'>): CsafFinding[] =>
  contentOf(content).imported?.status === 'draft'
    ? [
        {
          path: '/document/tracking/status',
          rule: 'accord draft-status',
          message: 'must be interim or final',
        },
      ]
    : [];
