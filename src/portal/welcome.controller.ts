import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { renderToString } from 'preact-render-to-string';
import { Access } from '../platform/access';
import { SETTINGS } from '../platform/secret';
import type { Settings } from '../platform/settings';
import { VERSION } from '../platform/version';
import { PORTAL_STYLE } from './portal-style';
import { WelcomePage } from './welcome.page';

@ApiExcludeController()
@Controller()
export class WelcomeController {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  @Get()
  @Access('anyone')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(): string {
    const page = WelcomePage({ version: VERSION, demonstration: this.settings.demonstration ?? false });
    return `<!doctype html>${renderToString(page)}`;
  }

  @Get('portal.css')
  @Access('anyone')
  @Header('Content-Type', 'text/css; charset=utf-8')
  style(): string {
    return PORTAL_STYLE;
  }
}
