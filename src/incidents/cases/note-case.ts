import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import type { CaseNoteRow } from './case-note.entity';
import { Cases } from './cases';
import { CasesStore } from './cases.store';

@Injectable()
export class NoteCase {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly cases: Cases,
    private readonly store: CasesStore,
    private readonly record: SharingRecord,
  ) {}

  /** Adds a note to an own case, which nobody outside the organization ever reads. @throws Refusal 404 */
  async run(id: string, text: string): Promise<CaseNoteRow> {
    await this.cases.own(id);
    const note = await this.store.addNote(id, text);
    const by = this.transaction.person;
    await this.record.appendToOwnHouse('case-noted', { by, item: id, note: note.id });
    return note;
  }
}
