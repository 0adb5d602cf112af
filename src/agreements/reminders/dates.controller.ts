import { Controller, Get, Param } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { AgreementDatesView } from './calendar.view';
import { ListDates } from './list-dates';

/** The dates of one agreement. */
@ApiTags('agreements')
@ApiBearerAuth()
@Controller('api/v1/agreements/:reference/dates')
export class AgreementDatesController {
  constructor(private readonly dates: ListDates) {}

  @Get()
  @Access('person')
  @ApiOperation({
    summary: 'List the dates of an agreement: when it ends, what is reviewed, met, verified and owed by when',
    description: 'At most 500 of each kind. The portal gives it as a calendar file (iCalendar).',
  })
  @ApiParam({ name: 'reference', example: 'PK-CN-2026' })
  @ApiOkResponse({ type: AgreementDatesView })
  @ApiNotFoundResponse({ description: 'No agreement of yours has this reference' })
  list(@Param('reference') reference: string): Promise<AgreementDatesView> {
    return this.dates.run(reference);
  }
}
