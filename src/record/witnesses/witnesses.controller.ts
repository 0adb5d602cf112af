import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { byId, PageQuery, Paging } from '../../platform/paging';
import { ProvesAgain } from '../../platform/prove-again';
import { ShowTree } from '../trees/show-tree';
import { KeepWitnesses } from './keep-witnesses';
import {
  AddWitnessBody,
  CosignatureList,
  CosignBody,
  EndWitnessBody,
  presentCosigned,
  presentWitness,
  WitnessPage,
  WitnessView,
} from './witnesses.dto';
import { type StoredWitness, WitnessesStore } from './witnesses.store';

const FAULTS = { description: 'The input breaks the rules listed under errors' };

/** Who holds the heads of logs on the other side, and has cosigned them up to where. */
@ApiTags('record')
@ApiBearerAuth()
@Controller('api/v1')
export class WitnessesController {
  constructor(
    private readonly store: WitnessesStore,
    private readonly witnesses: KeepWitnesses,
    private readonly tree: ShowTree,
    private readonly paging: Paging,
  ) {}

  @Get('witnesses')
  @Access('auditor', 'administrator', 'witnessing-key')
  @ApiOperation({
    summary: 'List the witnesses of your organization, and of those with which it shares a log',
  })
  @ApiOkResponse({ type: WitnessPage })
  async list(@Query() query: PageQuery): Promise<WitnessPage> {
    const { page, next } = await this.paging.page<StoredWitness>(
      query,
      byId('witnesses', (after, limit) => this.store.page(after, limit)),
    );
    return { items: page.map(presentWitness), next };
  }

  @Post('witnesses')
  @ProvesAgain()
  @Access('administrator')
  @ApiOperation({
    summary: 'Add a witness of your organization, by its public key',
    description: '`accord witness` makes a key and prints it. The private key stays where the witness runs.',
  })
  @ApiCreatedResponse({ type: WitnessView })
  @ApiConflictResponse({ description: 'The key is a witness’s already' })
  @ApiUnprocessableEntityResponse(FAULTS)
  async add(@Body() { verifier_key: key }: AddWitnessBody): Promise<WitnessView> {
    return presentWitness(await this.witnesses.add(key));
  }

  @Post('witnesses/:id/end')
  @Access('administrator')
  @ApiOperation({ summary: 'End a witness of your organization: it cosigns no more' })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiCreatedResponse({ type: WitnessView })
  @ApiNotFoundResponse({ description: 'Your organization has no such witness' })
  @ApiConflictResponse({ description: 'It is ended already' })
  @ApiUnprocessableEntityResponse(FAULTS)
  async end(@Param('id') id: string, @Body() { reason }: EndWitnessBody): Promise<WitnessView> {
    return presentWitness(await this.witnesses.end(id, reason));
  }

  @Get('logs/:id/cosignatures')
  @Access('auditor', 'witnessing-key')
  @ApiOperation({ summary: 'Say how far a log is signed, and up to where each witness has cosigned it' })
  @ApiOkResponse({ type: CosignatureList })
  @ApiNotFoundResponse({ description: 'Your organization is party of no such log' })
  async cosignatures(@Param('id') id: string): Promise<CosignatureList> {
    const { size, root, signedAt } = await this.tree.checkpoint(id);
    return {
      ...{ size, root: root.toString('base64'), signed_at: signedAt.toISOString() },
      items: (await this.store.reached(id)).map(presentCosigned),
    };
  }

  @Post('logs/:id/cosignatures')
  @HttpCode(204)
  @Access('administrator', 'witnessing-key')
  @ApiOperation({
    summary: 'Cosign a head of a log, as a witness of your organization',
    description: 'The witness has checked that the log only grew since the head that it saw before.',
  })
  @ApiNoContentResponse({ description: 'It is kept' })
  @ApiNotFoundResponse({ description: 'Your organization is party of no such log, or no head has this size' })
  @ApiUnprocessableEntityResponse(FAULTS)
  cosign(@Param('id') id: string, @Body() { size, cosignature }: CosignBody): Promise<void> {
    return this.witnesses.cosign(id, size, cosignature);
  }
}
