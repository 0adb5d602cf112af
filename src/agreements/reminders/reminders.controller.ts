import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { ReadReminders } from './read-reminders';
import { ReminderPage, ReminderView } from './reminder.view';
import { ListRemindersQuery, SeenReminderBody } from './reminders.dto';

/** What is due soon, or is overdue, by the roles of who asks. */
@ApiTags('reminders')
@ApiBearerAuth()
@Controller('api/v1/reminders')
export class RemindersController {
  constructor(private readonly reminders: ReadReminders) {}

  @Get()
  @Access('liaison', 'duty-officer', 'releaser')
  @ApiOperation({
    summary:
      'List what is due soon or overdue: ends, reviews, meetings, verifications, consents, requests, obligations',
    description:
      'It follows from the dates at the instant of asking. Liaison officers are reminded of all kinds, duty officers and releasers of those that are theirs.',
  })
  @ApiOkResponse({ type: ReminderPage })
  list(@Query() query: ListRemindersQuery): Promise<ReminderPage> {
    return this.reminders.list(query);
  }

  @Post('seen')
  @Access('liaison', 'duty-officer', 'releaser')
  @ApiOperation({
    summary: 'Put a reminder away, for yourself alone',
    description: 'Until its next step or another date. Nobody else reads that you did.',
  })
  @ApiCreatedResponse({ type: ReminderView })
  @ApiNotFoundResponse({ description: 'You are not reminded of it now' })
  seen(@Body() body: SeenReminderBody): Promise<ReminderView> {
    return this.reminders.putAway(body);
  }
}
