import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { TakesOnce } from '../../platform/idempotency/takes-once';
import { asksAgain } from '../credentials/asks-again.guard';
import { KeepProof } from './keep-proof';
import { ProofBody, ProofView } from './proof.dto';

const Proof = asksAgain(
  ProofBody,
  ({ password, code }) => ({ field: 'password', password, code, withFactor: true }),
  'session/proof-refused',
);

@ApiTags('sign-in')
@ApiBearerAuth()
@Controller('api/v1/me/proof')
export class ProofController {
  constructor(private readonly keepProof: KeepProof) {}

  @Post()
  @HttpCode(200)
  @TakesOnce()
  @Access('person')
  @UseGuards(Proof)
  @ApiOperation({
    summary: 'Prove once more who you are',
    description:
      'For sessions that a browser holds: releases, withdrawals and changes of keys ask for a proof of the last five minutes, and refuse with `access/prove-again` without one. Signing in counts as proof. Stops never ask: they have to be quick.',
  })
  @ApiOkResponse({ type: ProofView })
  @ApiTooManyRequestsResponse({
    description: 'Too many wrong passwords or codes; Retry-After says how many seconds to wait',
  })
  prove(@Body() _checked: ProofBody): Promise<ProofView> {
    return this.keepProof.run();
  }
}
