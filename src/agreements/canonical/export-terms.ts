import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { AgreementDesk } from '../agreement-desk';
import { standing } from '../rules/standing';
import type { StoredDescription } from '../dossier';
import { storedContent } from '../terms-content';
import { type CanonicalDocument, documentOf, type PaperDescription } from './document';

const described = (said: StoredDescription): PaperDescription => ({
  binding: said.binding,
  languages: said.languages,
  prevailing_language: said.prevailingLanguage,
  registry_number: said.registryNumber,
  classification: said.classification,
});

/** Gives the terms of an agreement in the form that two installations compare. */
@Injectable()
export class ExportTerms {
  constructor(private readonly desk: AgreementDesk) {}

  /**
   * @param number of the terms; those in force if it is not said, or the latest before any are
   * @throws Refusal 404
   */
  async run(reference: string, number?: number): Promise<CanonicalDocument> {
    const agreement = await this.desk.read(reference);
    const wanted =
      number ?? standing(agreement, this.desk.at).inForce?.number ?? agreement.terms.at(-1)?.number;
    const terms = agreement.terms.find((one) => one.number === wanted);
    if (!terms) throw Refusal.notFound();
    const document = documentOf(storedContent(agreement, terms), {
      title: agreement.title,
      number: terms.number,
      texts: terms.texts,
      ...(agreement.description && { description: described(agreement.description) }),
    });
    if (document.canonical_sha256 !== terms.sha256)
      throw new Error(`Terms ${terms.number} of ${reference} are not stored as they were proposed.`);
    return document;
  }
}
