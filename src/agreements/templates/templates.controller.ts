import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { endOf, TEMPLATES } from '.';
import { TemplateList } from './templates.view';

@ApiTags('agreements')
@ApiBearerAuth()
@Controller('api/v1/agreement-templates')
export class AgreementTemplatesController {
  constructor(private readonly transaction: ViewerTransaction) {}

  @Get()
  @Access('person')
  @ApiOperation({
    summary: 'List the templates that drafts may begin with',
    description: 'They bind nobody: a draft that begins with one is checked like any other.',
  })
  @ApiOkResponse({ type: TemplateList })
  list(): TemplateList {
    const { at } = this.transaction;
    return {
      items: TEMPLATES.map((template) => {
        const { years: _, noticeDays, contactVerificationDays, meetingsDays, ...told } = template;
        const upkeep = { contact_verification_days: contactVerificationDays, meetings_days: meetingsDays };
        return { ...told, ...upkeep, expires_at: endOf(template, at), notice_days: noticeDays };
      }),
    };
  }
}
