import { Controller, Get, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { Access } from '../../platform/access';
import { Refusal } from '../../platform/refusal';
import { AgreementDesk } from '../agreement-desk';
import { AgreementView } from '../agreement-view';
import { IsLanguageTag } from '../language-tag';
import { ShowAgreement } from '../show-agreement';
import { termsNumber } from '../terms-number';
import { VersionedAgreement } from '../versioned-agreement';
import { fileNameOf, TEXT_TYPES } from './text-format';
import { TextsStore } from './texts.store';
import { UploadText } from './upload-text';

export class TextQuery {
  @ApiProperty({ description: 'Of the text (BCP 47)', example: 'ur' })
  @IsLanguageTag()
  language: string;
}

const BYTES = { schema: { type: 'string', format: 'binary' } } as const;

/** The signed texts of terms: whoever reads the terms reads them, and nobody else. */
@ApiTags('agreements')
@ApiBearerAuth()
@Controller('api/v1/agreements/:reference/terms/:number/texts')
export class TextsController {
  constructor(
    private readonly show: ShowAgreement,
    private readonly desk: AgreementDesk,
    private readonly store: TextsStore,
    private readonly uploadText: UploadText,
  ) {}

  @Post()
  @Access('liaison')
  @VersionedAgreement
  @ApiOperation({
    summary: 'Attach the text of terms in a language: a PDF or plain text in UTF-8, of at most 8 MiB',
    description:
      'The bytes themselves; what they are is read from them, and their SHA-256 is computed here. A text may be replaced until somebody has signed the terms.',
  })
  @ApiConsumes(...TEXT_TYPES)
  @ApiBody({ description: 'The text itself', ...BYTES })
  @ApiCreatedResponse({ type: AgreementView })
  async upload(
    @Param('reference') reference: string,
    @Param('number') number: string,
    @Query() { language }: TextQuery,
    @Req() request: Request,
  ): Promise<AgreementView> {
    const body: unknown = request.body;
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    return this.show.present(await this.uploadText.run(reference, termsNumber(number), language, bytes));
  }

  @Get(':language')
  @Access('person')
  @ApiOperation({ summary: 'Fetch the text of terms in a language, byte for byte as it was attached' })
  @ApiProduces(...TEXT_TYPES)
  @ApiOkResponse({ description: 'The text', ...BYTES })
  async fetch(
    @Param('reference') reference: string,
    @Param('number') number: string,
    @Param('language') language: string,
  ): Promise<StreamableFile> {
    const wanted = termsNumber(number);
    const { terms } = await this.desk.read(reference);
    const found = terms.find((one) => one.number === wanted);
    const text = found && (await this.store.find(found.id, language));
    if (!text) throw Refusal.notFound();
    return new StreamableFile(text.bytes, {
      type: text.type === 'text/plain' ? 'text/plain; charset=utf-8' : text.type,
      disposition: `attachment; filename="${fileNameOf(reference, wanted, language, text.type)}"`,
      length: text.bytes.length,
    });
  }
}
