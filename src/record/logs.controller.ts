import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/access';
import { ExportBundle } from './bundle/export-bundle';
import { ExportLog } from './export-log';
import { EntriesQuery, ExportQuery, LogEntryPage, LogList } from './logs.dto';
import { LogId } from './log-id';
import { LogsStore } from './logs.store';
import { ReadLog } from './read-log';

@ApiTags('record')
@ApiBearerAuth()
@Controller('api/v1/logs')
export class LogsController {
  constructor(
    private readonly store: LogsStore,
    private readonly exportLog: ExportLog,
    private readonly exportBundle: ExportBundle,
    private readonly readLog: ReadLog,
  ) {}

  @Get()
  @Access('auditor', 'witnessing-key')
  @ApiOperation({ summary: 'List the logs your organization is a party of' })
  @ApiOkResponse({ type: LogList })
  async list(): Promise<LogList> {
    return { items: await this.store.logs() };
  }

  @Get(':id/entries')
  @Access('auditor')
  @ApiOperation({
    summary: 'Export a log: disclosures, transfers, changes',
    description:
      'Streams CSV or JSON Lines. The export is itself an entry, in the house log of your organization.',
  })
  @ApiProduces('application/jsonl', 'text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  entries(@LogId() id: string, @Query() query: ExportQuery): Promise<StreamableFile> {
    return this.exportLog.execute(id, query);
  }

  @Get(':id/bundle')
  @Access('auditor')
  @ApiOperation({
    summary: 'Export a log whole, to be verified without its keeper: `accord verify`',
    description:
      'A zip with every entry up to the last signed head, the parts of it that your organization may read, the head with its cosignatures, and a signed manifest. The export is itself an entry, in the house log of your organization.',
  })
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  bundle(@LogId() id: string): Promise<StreamableFile> {
    return this.exportBundle.execute(id);
  }

  @Get(':id/pages')
  @Access('auditor')
  @ApiOperation({
    summary: 'Read a log page by page, the newest entries first',
    description: 'That you read is itself an entry, in the house log of your organization.',
  })
  @ApiOkResponse({ type: LogEntryPage })
  pages(@LogId() id: string, @Query() query: EntriesQuery): Promise<LogEntryPage> {
    return this.readLog.execute(id, query);
  }
}
