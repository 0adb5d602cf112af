import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../../platform/access';
import { VersionedNotice } from '../versioned-obligation';
import { AnswerNotice } from './answer-notice';
import { FileNotice } from './file-notice';
import { AnswerNoticeBody, FileNoticeBody, ListNoticesQuery, NoticePage, NoticeView } from './notices.dto';
import { ReadNotices } from './read-notices';

const ID = { name: 'id', format: 'uuid' };

/** What a recipient tells the originator of what it received. */
@ApiTags('obligations')
@ApiBearerAuth()
@Controller('api/v1/obligation-notices')
export class NoticesController {
  constructor(
    private readonly notices: ReadNotices,
    private readonly fileNotice: FileNotice,
    private readonly answerNotice: AnswerNotice,
  ) {}

  @Post()
  @Access('analyst', 'liaison', 'duty-officer')
  @ApiOperation({
    summary: 'Certify destruction, report a loss or misuse, or tell of a compelled disclosure',
    description:
      'Of all that arrived from a team under an agreement, of what arrived in a time, or of items by name. A certificate meets the obligations of which it leaves nothing. The team that shared reads it at once.',
  })
  @ApiCreatedResponse({ type: NoticeView })
  @ApiConflictResponse({ description: 'Your team has received nothing there' })
  async file(@Body() body: FileNoticeBody): Promise<NoticeView> {
    return this.notices.show(await this.fileNotice.run(body));
  }

  @Get()
  @Access('person')
  @ApiOperation({ summary: 'List the notices that your team sent or received, newest first' })
  @ApiOkResponse({ type: NoticePage })
  list(@Query() query: ListNoticesQuery): Promise<NoticePage> {
    return this.notices.list(query);
  }

  @Get(':id')
  @VersionedNotice
  @Access('person')
  @ApiOperation({ summary: 'Read a notice with its answer, as one of its two sides' })
  @ApiParam(ID)
  @ApiOkResponse({ type: NoticeView })
  show(@Param('id') id: string): Promise<NoticeView> {
    return this.notices.show(id);
  }

  @Post(':id/answer')
  @VersionedNotice
  @Access('liaison', 'duty-officer')
  @ApiOperation({ summary: 'Answer a notice with the result and the remedy, as the team that shared; once' })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: NoticeView })
  @ApiForbiddenResponse({ description: 'Only the team that a notice went to answers it' })
  @ApiConflictResponse({ description: 'It is answered already' })
  async answer(@Param('id') id: string, @Body() body: AnswerNoticeBody): Promise<NoticeView> {
    await this.answerNotice.run(id, body);
    return this.notices.show(id);
  }
}
