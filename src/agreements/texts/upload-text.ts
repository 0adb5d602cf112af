import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Refusal } from '../../platform/refusal';
import { AgreementDesk } from '../agreement-desk';
import { AgreementLog } from '../agreement-log';
import type { Dossier } from '../dossier';
import { unless } from '../refuse';
import { amending, under } from '../rules/agreement';
import { withoutRole } from '../rules/progress';
import { refused } from '../rules/refusal';
import { MOST_TEXTS, type TextType, typeOf } from './text-format';
import { TextsStore } from './texts.store';

/** @throws Refusal 422 for bytes that are no text of an agreement */
function requireType(bytes: Buffer): TextType {
  const type = bytes.length > 0 ? typeOf(bytes) : null;
  if (type) return type;
  const message = 'must be a PDF, or plain text in UTF-8; its bytes are neither';
  throw Refusal.invalid({ field: 'body', rule: 'text_format', message });
}

/** Attaches the text of terms in a language. Once somebody has signed, a text that is there stays as it is. */
@Injectable()
export class UploadText {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly store: TextsStore,
    private readonly log: AgreementLog,
  ) {}

  /** @throws Refusal 404, or of the rules */
  async run(reference: string, number: number, language: string, bytes: Buffer): Promise<Dossier> {
    const agreement = await this.desk.open(reference);
    const terms = agreement.terms.find((one) => one.number === number);
    if (!terms) throw Refusal.notFound();
    const actor = await this.desk.actor();
    const concerned = under(agreement, number);
    unless(withoutRole(concerned, actor, 'signatory', 'operating_cert', 'depositary', 'drafter'));
    const type = requireType(bytes);
    const former = terms.texts.find((one) => one.language === language);
    const signed = agreement.facts.some((fact) => fact.kind === 'signed' && fact.terms === number);
    if (former && signed)
      unless(
        refused(
          'text/fixed',
          `Terms version ${number} is signed, and its text in ${language} is there: it stays as it is. A text in another language may be added.`,
        ),
      );
    if ((await this.store.count(terms.id)) >= MOST_TEXTS)
      unless(
        refused(
          'text/too-many',
          `Terms version ${number} has ${MOST_TEXTS} texts, which is as many as it may.`,
        ),
      );
    const sha256 = createHash('sha256').update(bytes).digest();
    await this.store.add({
      terms: { id: terms.id, agreement: agreement.id },
      ...{ language, number: (former?.number ?? 0) + 1, type, bytes, sha256 },
    });
    const submitted = agreement.facts.some((fact) => fact.kind === 'submitted' && fact.terms === number);
    const shared = {
      ...{ terms_version: number, language, media_type: type, bytes: bytes.length },
      ...{ sha256: sha256.toString('hex'), party: actor.organization.handle },
    };
    // Who joins is told with the submission: until then the text is not settled.
    const told = submitted ? concerned : { ...agreement, parties: amending(agreement) };
    await this.log.append(told, { kind: 'agreement-text-attached', shared });
    return this.desk.read(reference);
  }
}
