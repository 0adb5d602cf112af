import { Injectable } from '@nestjs/common';
import { versioned } from '../platform/conditional/versioned';
import { ViewerTransaction } from '../platform/viewer-transaction';
import type { StoredPause } from './dossier';
import { FindPause } from './find-pause';
import { type PauseView, presentPause } from './pause-view';

/** Names of people are not told to systems. */
function withoutPersons(pause: StoredPause): StoredPause {
  const { resumption } = pause;
  return {
    ...pause,
    person: null,
    resumption: resumption && { ...resumption, person: null, confirmedByPerson: null },
  };
}

@Injectable()
export class ShowPause {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly findPause: FindPause,
  ) {}

  /** @throws Refusal 404, the same for absent ones and for those of others */
  async run(id: string): Promise<PauseView> {
    return this.present(await this.findPause.run(id));
  }

  /** A pause as the viewer's organization may read it now. */
  present(pause: StoredPause): PauseView {
    const { viewer, at } = this.transaction;
    return presentPause(viewer.apiKeyId ? withoutPersons(pause) : pause, viewer.organizationId, at.getTime());
  }
}

/** On routes that read or change a suspension or stop. */
export const VersionedPause = versioned({
  kind: 'pause',
  named: ['id'],
  reader: ShowPause,
  read: (show, id) => show.run(id),
});
