import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { CorrectTelling } from './correct-telling';
import { ReadTellings } from './read-tellings';
import { RecordTelling } from './record-telling';
import { TellingPage, TellingView } from './telling.view';
import { CorrectTellingBody, ListTellingsQuery, RecordTellingBody } from './tellings.dto';

const ID = { name: 'id', format: 'uuid' };
const ABSENT = { description: 'There is no such telling, item or team' };

/** What was told to others outside of this portal: by telephone, by message, in a meeting. */
@ApiTags('tellings')
@ApiBearerAuth()
@ApiNotFoundResponse(ABSENT)
@Controller('api/v1/tellings')
export class TellingsController {
  constructor(
    private readonly tellings: ReadTellings,
    private readonly recordTelling: RecordTelling,
    private readonly correctTelling: CorrectTelling,
  ) {}

  @Post()
  @Access('analyst', 'duty-officer', 'liaison')
  @ApiOperation({
    summary: 'Record that you told somebody of another team something',
    description:
      'It is recorded whether or not it might be told. What you told is judged as things stood when you told it; what was recorded later, as a signature or a consent, counts for nothing. The team reads in the record of an agreement between you that something was told, when, how and under which clause; what it was only if it may see that.',
  })
  @ApiCreatedResponse({ type: TellingView })
  @ApiUnprocessableEntityResponse({ description: 'The input breaks the rules listed under errors' })
  async create(@Body() body: RecordTellingBody): Promise<TellingView> {
    return this.tellings.show(await this.recordTelling.run(body));
  }

  @Get()
  @Access('person')
  @ApiOperation({ summary: 'List what people of your organization told others, the last recorded first' })
  @ApiOkResponse({ type: TellingPage })
  list(@Query() query: ListTellingsQuery): Promise<TellingPage> {
    return this.tellings.list(query);
  }

  @Get(':id')
  @Access('person')
  @ApiOperation({ summary: 'Read what was recorded of a telling, and what of it was corrected' })
  @ApiParam(ID)
  @ApiOkResponse({ type: TellingView })
  show(@Param('id') id: string): Promise<TellingView> {
    return this.tellings.show(id);
  }

  @Post(':id/corrections')
  @Access('analyst', 'duty-officer', 'liaison')
  @ApiOperation({
    summary: 'Correct what was recorded of a telling',
    description: 'What was recorded stays as it is, and the correction stands beside it.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: TellingView })
  @ApiUnprocessableEntityResponse({ description: 'The input breaks the rules listed under errors' })
  async correct(@Param('id') id: string, @Body() body: CorrectTellingBody): Promise<TellingView> {
    await this.correctTelling.run(id, body);
    return this.tellings.show(id);
  }
}
