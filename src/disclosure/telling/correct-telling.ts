import { Injectable } from '@nestjs/common';
import { ReadTellings } from './read-tellings';
import { TellingLog } from './telling-log';
import type { CorrectTellingBody } from './tellings.dto';
import { TellingsStore } from './tellings.store';

/** Says what was wrong in what was written down of a telling. What was written stays. */
@Injectable()
export class CorrectTelling {
  constructor(
    private readonly tellings: ReadTellings,
    private readonly store: TellingsStore,
    private readonly log: TellingLog,
  ) {}

  /** @throws Refusal 404 */
  async run(id: string, said: CorrectTellingBody): Promise<void> {
    const { team, log } = await this.tellings.require(id);
    await this.store.correct(id, said.text, said.not_told);
    await this.log.correct(id, log, team, said);
  }
}
