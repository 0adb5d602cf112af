import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { describeFault } from '../../platform/log/describe-fault';
import { LOG } from '../../platform/log/log';
import { Refusal } from '../../platform/refusal';
import { SETTINGS } from '../../platform/secret';
import type { Settings } from '../../platform/settings';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { LogsStore } from '../logs.store';
import { OwnTransactions } from '../own-transactions';
import { RecordKey } from '../sequencing/record-key';
import { SharingRecord } from '../sharing-record';
import { signNote } from '../tree/note';
import { ShowTree } from '../trees/show-tree';
import { KeepWitnesses } from '../witnesses/keep-witnesses';
import { WitnessesStore } from '../witnesses/witnesses.store';
import { BUNDLE_ENTRIES, type BundleRow, LEAF_HASHES } from './bundle.store';
import { type BundleEntry, signedText } from './format';
import { writeBundle } from './write-bundle';

/** How many entries are read at a time, and how many leaves. */
const ENTRIES = 500;
const LEAVES = 20_000;

/** An auditor exports a log whole, so that it can be verified without its keeper. That she did is itself an entry. */
@Injectable()
export class ExportBundle {
  private readonly key: RecordKey;

  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly logs: LogsStore,
    private readonly tree: ShowTree,
    private readonly witnesses: KeepWitnesses,
    private readonly witnessesStore: WitnessesStore,
    private readonly apart: OwnTransactions,
    private readonly record: SharingRecord,
    @Inject(SETTINGS) settings: Settings,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.key = new RecordKey(settings);
  }

  /** @throws Refusal `not-found` for absent logs, those of others, and one that is not signed yet */
  async execute(id: string): Promise<StreamableFile> {
    const [found] = await this.logs.logs(id);
    if (!found) throw Refusal.notFound();
    const { viewer, at, person } = this.transaction;
    const checkpoint = await this.tree.checkpoint(id);
    const { origin, keys } = await this.tree.keys(id);
    const { size } = checkpoint;
    const note = await this.witnesses.withCosignatures(id, checkpoint);
    const cosigned = await this.witnessesStore.of(id, size);
    await this.record.appendToOwnHouse('log-exported', {
      ...{ exported: id, agreement: found.agreement, person, format: 'bundle', size },
    });
    const made_for = await this.logs.handle();
    const read = <Row>(sql: string, from: number, most: number) =>
      this.apart.read(viewer, at, (ask) => ask<Row>(sql, [id, from, Math.min(from + most, size)]));
    const bundle = writeBundle({
      about: {
        ...{ origin, log: id, kind: found.kind, agreement: found.agreement, parties: found.parties },
        ...{ made_for, made_at: at.toISOString(), size },
      },
      checkpoint: note,
      keys: {
        origin,
        log: keys.map(({ verifier_key: key }) => key),
        witnesses: cosigned.map(({ organization, verifierKey }) => ({
          organization,
          verifier_key: verifierKey,
        })),
      },
      leaves: async function* () {
        for (let from = 0; from < size; from += LEAVES)
          yield Buffer.concat(
            (await read<{ hash: Buffer }>(LEAF_HASHES, from, LEAVES)).map(({ hash }) => hash),
          );
      },
      entries: async function* () {
        for (let from = 0; from < size; from += ENTRIES)
          for (const row of await read<BundleRow>(BUNDLE_ENTRIES, from, ENTRIES))
            yield `${JSON.stringify(lineOf(row))}\n`;
      },
      sign: (digest) => signNote(signedText(origin, digest), this.key.named(origin)),
    });
    const name = [found.agreement ?? found.parties.join('-'), at.toISOString().slice(0, 10)].join('_');
    const file = new StreamableFile(bundle, {
      type: 'application/zip',
      disposition: `attachment; filename="accord-bundle_${name}.zip"`,
    });
    // What was begun is cut off, so that half a bundle is never taken for a whole one.
    return file.setErrorHandler((error, response) => {
      this.log.error({ fault: describeFault(error) }, 'an export broke off');
      (response as Response).destroy();
    });
  }
}

const lineOf = ({ index, id, entry, parts }: BundleRow): BundleEntry => ({ index, id, entry, parts });
