import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { BeforeSecondFactor } from '../second-factor/requirement';
import { PreferencesBody, PreferencesView, presentPreferences } from './preferences.dto';
import { PreferencesStore } from './preferences.store';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('api/v1/me/preferences')
export class PreferencesController {
  constructor(private readonly store: PreferencesStore) {}

  @Get()
  @Access('person')
  @BeforeSecondFactor()
  @ApiOperation({ summary: 'Read how you want pages: their language, time zone and look' })
  @ApiOkResponse({ type: PreferencesView })
  async show(): Promise<PreferencesView> {
    return presentPreferences(await this.store.own());
  }

  @Put()
  @Access('person')
  @BeforeSecondFactor()
  @ApiOperation({
    summary: 'Choose how you want pages',
    description: 'On every device that you sign in with.',
  })
  @ApiOkResponse({ type: PreferencesView })
  async choose(@Body() { language, time_zone: timeZone, theme }: PreferencesBody): Promise<PreferencesView> {
    await this.store.keep({ language, timeZone, theme });
    return this.show();
  }
}
