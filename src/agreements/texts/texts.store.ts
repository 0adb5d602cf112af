import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { TextType } from './text-format';

interface NewText {
  terms: { id: string; agreement: string };
  language: string;
  /** Which of the texts in this language it is, from 1 on. */
  number: number;
  type: TextType;
  bytes: Buffer;
  sha256: Buffer;
}

/** Statements about the signed texts of terms. */
@Injectable()
export class TextsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  async add({ terms, language, number, type, bytes, sha256 }: NewText): Promise<void> {
    const { at, person, viewer } = this.transaction;
    await this.transaction.query(
      `INSERT INTO terms_text (terms_version_id, agreement_id, language, number, media_type, content, sha256, uploaded_by, uploaded_by_org, uploaded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [terms.id, terms.agreement, language, number, type, bytes, sha256, person, viewer.organizationId, at],
    );
  }

  /** How many texts some terms have, those that were replaced included. */
  async count(termsId: string): Promise<number> {
    const sql = 'SELECT count(*)::int AS texts FROM terms_text WHERE terms_version_id = $1';
    return (await this.transaction.one<{ texts: number }>(sql, [termsId]))?.texts ?? 0;
  }

  /** The latest in a language, if the viewer reads the terms and there is one. */
  async find(termsId: string, language: string): Promise<{ type: TextType; bytes: Buffer } | undefined> {
    return this.transaction.one<{ type: TextType; bytes: Buffer }>(
      `SELECT media_type AS type, content AS bytes FROM terms_text
       WHERE terms_version_id = $1 AND language = $2 ORDER BY number DESC LIMIT 1`,
      [termsId, language],
    );
  }
}
