import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { DryRun } from '../dry-run/dry-run';
import { AnswerRequest } from './answer-request';
import { EndRequest } from './end-request';
import { FileRequest } from './file-request';
import { ReadRequests } from './read-requests';
import { answerEffect, RequestPage, RequestView } from './request.view';
import {
  AnswerRequestBody,
  FileRequestBody,
  ListRequestsQuery,
  RefuseRequestBody,
  UpdateRequestBody,
} from './requests.dto';
import { UpdateRequest } from './update-request';
import { VersionedClosing, VersionedRequest } from './versioned-request';

const ID = { name: 'id', format: 'uuid' };

/** Requests of one team to another, and what they are answered with. */
@ApiTags('information requests')
@ApiBearerAuth()
@Controller('api/v1/information-requests')
export class RequestsController {
  constructor(
    private readonly requests: ReadRequests,
    private readonly fileRequest: FileRequest,
    private readonly answerRequest: AnswerRequest,
    private readonly endRequest: EndRequest,
    private readonly updateRequest: UpdateRequest,
  ) {}

  @Post()
  @Access('analyst', 'liaison', 'duty-officer')
  @ApiOperation({
    summary: 'Ask a team for information that it shares with yours on request',
    description:
      'Only a team that shares something with yours under an agreement in force, paused or not, can be asked. What it answers with comes through your feed and lists while the request is open.',
  })
  @ApiCreatedResponse({ type: RequestView })
  @ApiConflictResponse({ description: 'No agreement is in force under which that team shares with yours' })
  async file(@Body() body: FileRequestBody): Promise<RequestView> {
    return this.requests.show(await this.fileRequest.run(body));
  }

  @Get()
  @Access('person')
  @ApiOperation({ summary: 'List the requests that your team sent or received, newest first' })
  @ApiOkResponse({ type: RequestPage })
  list(@Query() query: ListRequestsQuery): Promise<RequestPage> {
    return this.requests.list(query);
  }

  @Get(':id')
  @VersionedRequest
  @Access('person')
  @ApiOperation({ summary: 'Read a request with its answers, as one of its two sides' })
  @ApiParam(ID)
  @ApiOkResponse({ type: RequestView })
  show(@Param('id') id: string): Promise<RequestView> {
    return this.requests.show(id);
  }

  @Post(':id/answers')
  @VersionedRequest
  @DryRun<RequestView>(answerEffect)
  @Access('releaser')
  @ApiOperation({
    summary: 'Answer a request with an item of your own, as a releaser of the team that was asked',
    description:
      'The item goes to who asked while the request is open, as far as the terms admit it; one that is not released goes when it is.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: RequestView })
  async answer(@Param('id') id: string, @Body() { item }: AnswerRequestBody): Promise<RequestView> {
    await this.answerRequest.run(id, item);
    return this.requests.show(id);
  }

  @Post(':id/updates')
  @VersionedRequest
  @DryRun()
  @Access('liaison', 'releaser')
  @ApiOperation({
    summary: 'Say how far you are with a request, as the team that was asked',
    description: 'No answer, but a word: terms may promise one every so many hours. Both sides read it.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: RequestView })
  async update(@Param('id') id: string, @Body() { note }: UpdateRequestBody): Promise<RequestView> {
    await this.updateRequest.run(id, note);
    return this.requests.show(id);
  }

  @Post(':id/refusal')
  @VersionedRequest
  @DryRun()
  @Access('analyst', 'liaison', 'releaser')
  @ApiOperation({
    summary: 'Refuse a request, with a reason that may be withheld from who asked',
    description: 'What it was answered with goes no more. Who asked reads that it was refused.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: RequestView })
  async refuse(@Param('id') id: string, @Body() body: RefuseRequestBody): Promise<RequestView> {
    await this.endRequest.refuse(id, body);
    return this.requests.show(id);
  }

  @Post(':id/closing')
  @VersionedClosing
  @DryRun()
  @Access('analyst', 'liaison', 'duty-officer')
  @ApiOperation({
    summary: 'Close a request of your own team, when it has what it needs',
    description: 'What it was answered with goes no more.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: RequestView })
  async close(@Param('id') id: string): Promise<RequestView> {
    await this.endRequest.close(id);
    return this.requests.show(id);
  }
}
