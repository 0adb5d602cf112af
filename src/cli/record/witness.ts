import { isUuid } from '../../platform/ids';
import { addSignature, cosign, judgeHead, type NoteSignature, type SeenLog } from '../../record';
import { Absent, type LogClient } from './log-client';
import type { WitnessFolder, WitnessKey } from './witness-folder';

/** What became of one log. */
export interface Witnessed {
  log: string;
  name: string;
  verdict: 'cosigned' | 'not-signed-yet' | 'not-believed' | 'rolled-back' | 'forked' | 'gone' | 'failed';
  says: string;
}

/** The line of a signature, as it stands below a note. */
function lineOf(note: string, signature: NoteSignature): string {
  return addSignature(note, signature).trimEnd().split('\n').at(-1)!;
}

/** Checks and cosigns the heads of logs; what is no longer what it was is refused, and kept as it was. */
export class Witness {
  constructor(
    private readonly client: LogClient,
    private readonly folder: WitnessFolder,
    private readonly key: WitnessKey,
    private readonly now: () => Date,
  ) {}

  /**
   * @param trust verifier keys that are trusted beforehand; of a log that was never seen, those that it shows are, and said
   * @param acceptKeys whether keys that a known log has come to sign with are trusted from now on
   */
  async all(trust: readonly string[], acceptKeys: boolean): Promise<Witnessed[]> {
    const found: Witnessed[] = [];
    const listed = await this.client.logs();
    for (const log of this.folder.logs().filter((known) => !listed.some(({ id }) => id === known)))
      found.push({
        ...{ log, name: log, verdict: 'gone' },
        says: 'This witness has seen this log, and it is not shown any more.',
      });
    for (const { id: log, kind, agreement, parties } of listed) {
      if (!isUuid(log)) throw new Error('A log is listed under what is no id.');
      const name =
        kind === 'house' ? `house log of ${parties.join()}` : `${agreement}, ${parties.join(' and ')}`;
      const result = await this.one(log, trust, acceptKeys).catch((error: unknown) =>
        this.failed(log, error),
      );
      found.push({ log, name, ...result });
    }
    return found;
  }

  /** A log that was never seen may have no head yet; one that was has to have it still. */
  private failed(log: string, error: unknown): Pick<Witnessed, 'verdict' | 'says'> {
    if (error instanceof Absent)
      return this.folder.seen(log)
        ? { verdict: 'gone', says: 'This witness has seen heads of this log, and none is shown any more.' }
        : { verdict: 'not-signed-yet', says: 'No head of it is signed yet.' };
    return { verdict: 'failed', says: error instanceof Error ? error.message : String(error) };
  }

  private async one(
    log: string,
    trust: readonly string[],
    acceptKeys: boolean,
  ): Promise<Pick<Witnessed, 'verdict' | 'says'>> {
    const seen = await this.known(log, trust, acceptKeys);
    const shown = await this.client.checkpoint(log);
    const judged = await judgeHead(seen, shown, (from, to) => this.client.consistency(log, from, to));
    if (judged.verdict !== 'consistent') return judged;
    const { size } = judged.checkpoint;
    this.folder.keep(log, { ...seen, note: shown });
    const signature = cosign(judged.text, this.key, Math.floor(this.now().getTime() / 1000));
    await this.client.cosign(log, size, lineOf(shown, signature));
    const trusted = seen.note === null ? ` Trusted from now on: ${seen.keys.join(', ')}` : '';
    return {
      verdict: 'cosigned',
      says: `${size} entries, consistent with what was seen before.${trusted}`,
    };
  }

  private async known(log: string, trust: readonly string[], acceptKeys: boolean): Promise<SeenLog> {
    const seen = this.folder.seen(log);
    if (seen && !acceptKeys && trust.length === 0) return seen;
    const { origin, keys } = await this.client.keys(log);
    // What is cosigned names the origin alone: one of another log would be a fork that was vouched for.
    if (!origin.endsWith(`/api/v1/logs/${log}`))
      throw new Error('The log is signed under the name of another one.');
    const shown = trust.length > 0 ? [...trust] : keys.map(({ verifier_key: key }) => key);
    if (seen) return { ...seen, keys: [...new Set([...seen.keys, ...shown])] };
    return { origin, keys: shown, note: null };
  }
}
