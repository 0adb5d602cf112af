import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiExtension, ApiOkResponse, ApiQuery } from '@nestjs/swagger';
import { type EffectAt, markDryRun } from '../../platform/dry-run';
import { DryRunInterceptor } from './dry-run.interceptor';
import { DryRunView } from './dry-run.view';

/**
 * Lets a route that changes who sees what be tried: with `dry_run=true` everything is checked and carried out, who
 * would get or lose what is answered, and nothing is recorded.
 * @param effectAt when the change takes effect; by default at once
 */
export const DryRun = <Answered extends object>(
  effectAt: (answered: Answered, sent: Record<string, unknown>) => ReturnType<EffectAt> = () => undefined,
) =>
  applyDecorators(
    markDryRun(effectAt as EffectAt),
    UseInterceptors(DryRunInterceptor),
    ApiExtension('x-dry-run', true),
    ApiQuery({
      name: 'dry_run',
      required: false,
      enum: ['true', 'false'],
      description: 'With `true`: say who would get or lose what, and record nothing',
    }),
    ApiOkResponse({ type: DryRunView, description: 'What a dry run found' }),
  );
