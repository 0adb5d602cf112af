import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { AgreementView } from '../agreement-view';
import { ShowAgreement } from '../show-agreement';
import { VersionedAgreement } from '../versioned-agreement';
import { DescribeAgreement } from './describe-agreement';
import { DescriptionDto } from './description.dto';

@ApiTags('agreements')
@ApiBearerAuth()
@Controller('api/v1/agreements/:reference/description')
export class DescriptionController {
  constructor(
    private readonly show: ShowAgreement,
    private readonly describeAgreement: DescribeAgreement,
  ) {}

  @Put()
  @Access('liaison')
  @VersionedAgreement
  @ApiOperation({
    summary: 'Say what the paper is: binding, its languages, its number in a register, its own label',
    description: 'It replaces what was said before, which stays on record. Nothing is enforced by it.',
  })
  @ApiOkResponse({ type: AgreementView })
  async describe(
    @Param('reference') reference: string,
    @Body() body: DescriptionDto,
  ): Promise<AgreementView> {
    return this.show.present(await this.describeAgreement.run(reference, body));
  }
}
