import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { AgreementDesk } from '../agreement-desk';
import { AgreementLog } from '../agreement-log';
import type { Dossier } from '../dossier';
import { unless } from '../refuse';
import { withoutRole } from '../rules/progress';
import type { DescriptionDto } from './description.dto';
import { DescriptionsStore } from './descriptions.store';

/** @throws Refusal 422 where the prevailing language is none of the authentic ones */
export function requireAuthentic(
  { languages = [], prevailing_language: prevailing }: DescriptionDto,
  field = '',
): void {
  if (prevailing === undefined || languages.includes(prevailing)) return;
  const message = 'must be one of languages';
  throw Refusal.invalid({ field: `${field}prevailing_language`, rule: 'authentic', message });
}

/** Says what the paper of an agreement is. It replaces what was said before, which stays on record. */
@Injectable()
export class DescribeAgreement {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly store: DescriptionsStore,
    private readonly log: AgreementLog,
  ) {}

  /** @throws Refusal 404, or of the rules */
  async run(reference: string, body: DescriptionDto): Promise<Dossier> {
    const agreement = await this.desk.open(reference);
    const actor = await this.desk.actor();
    unless(withoutRole(agreement, actor, 'signatory', 'operating_cert', 'depositary', 'drafter'));
    requireAuthentic(body);
    await this.store.add(agreement.id, body);
    const shared = { party: actor.organization.handle, ...body };
    await this.log.append(agreement, { kind: 'agreement-described', shared });
    return this.desk.read(reference);
  }
}
