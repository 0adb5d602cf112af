import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { KeepWitnesses } from '../witnesses/keep-witnesses';
import { ShowTree } from './show-tree';
import {
  CheckpointQuery,
  ConsistencyProofView,
  ConsistencyQuery,
  InclusionQuery,
  LogKeysView,
} from './trees.dto';

const TEXT = 'text/plain; charset=utf-8';
const NOTE = { schema: { type: 'string' as const } };

/** What proves that a log is whole: for the auditors of its parties, and for their systems that witness it. */
@ApiTags('record')
@ApiBearerAuth()
@ApiNotFoundResponse({
  description: 'Your organization is party of no such log, or it is not signed that far',
})
@Controller('api/v1/logs/:id')
export class TreesController {
  constructor(
    private readonly tree: ShowTree,
    private readonly witnesses: KeepWitnesses,
  ) {}

  @Get('checkpoint')
  @Access('auditor', 'witnessing-key')
  @Header('Content-Type', TEXT)
  @ApiOperation({
    summary: 'Read the signed head of a log: how many entries it has, and the root over them',
    description: 'A signed note (c2sp.org/tlog-checkpoint) with the cosignatures that there are.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse(NOTE)
  async checkpoint(@Param('id') id: string, @Query() { size }: CheckpointQuery): Promise<string> {
    return this.witnesses.withCosignatures(id, await this.tree.checkpoint(id, size));
  }

  @Get('keys')
  @Access('auditor', 'witnessing-key')
  @ApiOperation({ summary: 'List the keys that have signed a log' })
  @ApiOkResponse({ type: LogKeysView })
  keys(@Param('id') id: string): Promise<LogKeysView> {
    return this.tree.keys(id);
  }

  @Get('inclusion')
  @Access('auditor', 'witnessing-key')
  @Header('Content-Type', TEXT)
  @ApiOperation({
    summary: 'Prove that an entry is in a log',
    description:
      'A proof with its checkpoint (c2sp.org/tlog-proof); the leaf is the canonical bytes of the entry.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse(NOTE)
  inclusion(@Param('id') id: string, @Query() { entry, size }: InclusionQuery): Promise<string> {
    return this.tree.inclusion(id, entry, size);
  }

  @Get('consistency')
  @Access('auditor', 'witnessing-key')
  @ApiOperation({ summary: 'Prove that a log only grew from one size to another' })
  @ApiOkResponse({ type: ConsistencyProofView })
  @ApiUnprocessableEntityResponse({ description: 'The sizes are none of the signed log' })
  consistency(
    @Param('id') id: string,
    @Query() { from, to }: ConsistencyQuery,
  ): Promise<ConsistencyProofView> {
    return this.tree.consistency(id, from, to);
  }

  @Get('tile/*path')
  @Access('auditor', 'witnessing-key')
  @ApiOperation({
    summary: 'Read a tile of a log: 256 hashes of a level, or entries in their canonical bytes',
    description: 'As c2sp.org/tlog-tiles names and fills them: `tile/0/x001/234`, `tile/entries/000.p/17`.',
  })
  @ApiParam({ name: 'path', example: '0/000.p/17' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async tile(@Param('id') id: string, @Param('path') path: string | string[]): Promise<StreamableFile> {
    const bytes = await this.tree.tile(id, `tile/${[path].flat().join('/')}`);
    return new StreamableFile(bytes, { type: 'application/octet-stream', length: bytes.length });
  }
}
