import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { BeforeSecondFactor } from '../second-factor/requirement';
import { SignOut } from './sign-out';
import { AsksItself } from '../still-acting.interceptor';

@ApiTags('sign-in')
@ApiBearerAuth()
@AsksItself()
@Controller('api/v1/sign-out')
export class SignOutController {
  constructor(private readonly signOut: SignOut) {}

  @Post()
  @HttpCode(204)
  @Access('person')
  @BeforeSecondFactor()
  @ApiOperation({
    summary: 'Sign out',
    description: 'Ends this session: its access and refresh tokens are refused from the next request on.',
  })
  @ApiNoContentResponse({ description: 'The session has ended' })
  async here(): Promise<void> {
    await this.signOut.here();
  }

  @Post('everywhere')
  @HttpCode(204)
  @Access('person')
  @BeforeSecondFactor()
  @ApiOperation({ summary: 'Sign out everywhere', description: 'Ends all your sessions, this one included.' })
  @ApiNoContentResponse({ description: 'The sessions have ended' })
  async everywhere(): Promise<void> {
    await this.signOut.everywhere();
  }
}
