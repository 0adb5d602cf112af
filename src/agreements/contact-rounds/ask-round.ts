import { Injectable } from '@nestjs/common';
import { Organizations } from '../../organizations';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { AgreementsStore } from '../agreements.store';
import type { Dossier } from '../dossier';
import { millisOf } from '../instant';
import { holding } from '../rules/agreement';
import { standing } from '../rules/standing';
import { dueFault, usualDue } from '../rules/contact-round';
import { stateOf } from './contact-round.view';
import { RoundLog } from './round-log';
import type { AskRoundBody } from './contact-rounds.dto';
import { ContactRoundsStore, type StoredRound } from './contact-rounds.store';

const noTerms = () =>
  Refusal.invalid({
    field: 'agreement',
    rule: 'contact-terms',
    message: 'agreement must be in force between both, with terms that say how often contacts are verified',
  });

/** Asks an organization to verify its contacts: the own one, or a partner under terms that say how often. */
@Injectable()
export class AskRound {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly organizations: Organizations,
    private readonly agreements: AgreementsStore,
    private readonly store: ContactRoundsStore,
    private readonly log: RoundLog,
  ) {}

  /** @throws Refusal 422 for who cannot be asked and for a due instant that does not fit, `contact-round/open` */
  async run({ organization: handle, agreement: reference, due_at }: AskRoundBody): Promise<StoredRound> {
    const { at, viewer } = this.transaction;
    const dueAt = due_at === undefined ? usualDue(at.getTime()) : millisOf(due_at);
    const fault = dueFault(at.getTime(), dueAt);
    if (fault) throw Refusal.invalid({ field: 'due_at', ...fault });
    const asked = await this.organizations.require(handle, 'organization');
    const own = asked.id === viewer.organizationId;
    const agreement = own && reference === undefined ? null : await this.under(asked.id, reference, at);
    await this.transaction.lock(`contact-round:${viewer.organizationId}:${asked.id}`);
    if ((await this.store.askedOf(asked.id)).some((round) => stateOf(round, at) !== 'answered'))
      throw Refusal.conflict('contact-round/open', 'You have asked before, and that is not answered yet.');
    const id = await this.store.add(asked.id, agreement?.id ?? null, new Date(dueAt));
    const round = (await this.store.find(id))!;
    await this.log.append('contact-round/asked', round, { due_at: round.due_at.toISOString() });
    return round;
  }

  /** The agreement under which another may be asked. For one that cannot be read the answer is the same. */
  private async under(asked: string, reference: string | undefined, at: Date): Promise<Dossier> {
    const found = reference === undefined ? undefined : await this.agreements.find(reference);
    if (!found) throw noTerms();
    const version = standing(found, at.getTime()).versions.find(({ inForce }) => inForce);
    const terms = found.terms.find(({ number }) => number === version?.number);
    const operating = terms ? holding(terms, 'operating_cert').map(({ id }) => id) : [];
    const { organizationId } = this.transaction.viewer;
    if (!terms?.contactVerificationDays || asked === organizationId) throw noTerms();
    if (![asked, organizationId].every((side) => operating.includes(side))) throw noTerms();
    return found;
  }
}
