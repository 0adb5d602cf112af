import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { Organizations } from '../../organizations';
import { ApiKeysStore } from '../api-keys/api-keys.store';
import { BeforeSecondFactor } from '../second-factor/requirement';
import { AccountsStore } from './accounts.store';
import { MeView } from './me.dto';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('api/v1/me')
export class MeController {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly organizations: Organizations,
    private readonly accounts: AccountsStore,
    private readonly keys: ApiKeysStore,
  ) {}

  @Get()
  @Access('person', 'api-key')
  @BeforeSecondFactor()
  @ApiOperation({ summary: 'Read who you are, and for which organization you act' })
  @ApiOkResponse({ type: MeView })
  async show(): Promise<MeView> {
    const { organizationId, personId, apiKeyId, roles } = this.transaction.viewer;
    const { handle, name, kind, country } = await this.organizations.byId(organizationId);
    const account = personId ? await this.accounts.find(personId) : undefined;
    const key = apiKeyId ? await this.keys.find(apiKeyId) : undefined;
    return {
      organization: { handle, name, kind, country },
      person: account ? { id: account.id, email: account.email, name: account.name } : null,
      roles,
      api_key: key ? { name: key.name, expires_at: key.expires_at.toISOString() } : null,
    };
  }
}
