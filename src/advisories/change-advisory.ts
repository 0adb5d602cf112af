import { Injectable } from '@nestjs/common';
import { applyHandling, type HandlingInput, ItemsStore, readPart } from '../disclosure';
import { type FieldError, Refusal } from '../platform/refusal';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { SharingRecord } from '../record';
import type { ChangeAdvisoryBody } from './advisories.dto';
import { contentOf, type ImportedFacts } from './advisory-content';
import { OwnAdvisories } from './own-advisories';

type Texts = Omit<ChangeAdvisoryBody, 'base' | 'handling'>;

/** What an edit may not touch of an imported document: it is its publisher's, and so is its label. */
function faultsOf({ tlp }: ImportedFacts, texts: Texts, handling: HandlingInput): FieldError[] {
  const faults = Object.keys(texts).map((field) => ({
    field,
    rule: 'imported',
    message:
      field === 'parts'
        ? 'an imported document leaves as its publisher wrote it, whole: it has no parts'
        : `${field} is the publisher’s: import the document again, with a higher tracking.version`,
  }));
  const relabelled = tlp !== null && handling.tlp !== undefined && handling.tlp !== tlp;
  if (!relabelled) return faults;
  const message = `the document is labelled TLP:${tlp}, and the label goes with it`;
  return [...faults, { field: 'handling.tlp', rule: 'imported', message }];
}

/** Leaves out what was not given; a class instance has every field. */
const given = <T extends object>(input: T): T =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as T;

/** An analyst makes a new version of an own advisory, on top of the one she has read. */
@Injectable()
export class ChangeAdvisory {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly items: ItemsStore,
    private readonly own: OwnAdvisories,
    private readonly record: SharingRecord,
  ) {}

  /** @throws Refusal `not-found`, `item/changed`, `item/withdrawn`, 422 naming the fields */
  async execute(id: string, body: ChangeAdvisoryBody): Promise<void> {
    const { base, handling = {}, ...rest } = body;
    const former = await this.own.requireVersion(id, base, 'base');
    if (await this.items.withdrawal(id))
      throw Refusal.conflict('item/withdrawn', 'The advisory is withdrawn. Draft a new one instead.');
    const { title = former.title, parts, ...texts } = given(rest);
    const { imported } = contentOf(former.content);
    const faults = imported ? faultsOf(imported, given(rest), handling) : [];
    if (faults.length > 0) throw Refusal.invalid(...faults);
    const { number } = await this.items.addVersion(former, {
      ...(await applyHandling(former, handling, this.own.resolve, this.own.requireOfficers)),
      title,
      content: { ...former.content, ...texts },
      document: former.document,
      thirdParty: former.thirdParty,
      parts: parts?.map(readPart),
    });
    await this.record.appendToOwnHouse('advisory/changed', {
      by: this.transaction.person,
      item: id,
      version: number,
    });
  }
}
