import { Injectable } from '@nestjs/common';
import { ItemsStore } from '../disclosure';
import { Refusal } from '../platform/refusal';
import { AdvisoryFindings, draftStatus } from './advisory-findings';
import type { AdvisoryFindingsView } from './advisory-view.dto';
import { OwnAdvisories } from './own-advisories';
import { isLabelled } from './variant-preview';

const UNLABELLED = {
  path: '/document/distribution/tlp',
  rule: 'accord unlabelled',
  message: 'The advisory bears no TLP label, and nothing leaves without one.',
};

/** Says to people of the owner what keeps the latest version of an advisory from leaving as a CSAF document. */
@Injectable()
export class CheckAdvisory {
  constructor(
    private readonly own: OwnAdvisories,
    private readonly items: ItemsStore,
    private readonly findings: AdvisoryFindings,
  ) {}

  /** @throws Refusal `not-found` */
  async execute(id: string): Promise<AdvisoryFindingsView> {
    await this.own.require(id);
    const version = await this.items.latest(id);
    if (!version) throw Refusal.notFound();
    // Without a label the rest is looked at all the same, as of a document for everybody.
    const labelled = { ...version, tlp: version.tlp ?? ('CLEAR' as const) };
    return {
      version: version.number,
      findings: [
        ...(isLabelled(version) ? [] : [UNLABELLED]),
        ...draftStatus(version),
        ...(await this.findings.of(labelled, false)),
      ],
    };
  }
}
