import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access } from '../../platform/access';
import { IsScreen } from '../../platform/onlooker';
import { Refusal } from '../../platform/refusal';
import { asset } from './assets';

/** Style, script and icon of the pages. */
@ApiExcludeController()
@IsScreen()
@Controller('portal/assets')
export class AssetsController {
  @Get(':digest/:name')
  @Access('anyone')
  show(@Param('digest') digest: string, @Param('name') name: string, @Res() response: Response): void {
    const found = asset(name);
    if (found?.digest !== digest) throw Refusal.notFound();
    response.set('Cache-Control', 'public, max-age=31536000, immutable').type(found.type).send(found.bytes);
  }
}
