import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiExtension, ApiOkResponse, ApiQuery } from '@nestjs/swagger';
import { type EffectAt, markDryRun, markEffectWithin } from '../../platform/dry-run';
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
    takesDryRun(effectAt as EffectAt, 'With `true`: say who would get or lose what, and record nothing'),
    ApiOkResponse({ type: DryRunView, description: 'What a dry run found' }),
  );

/** The same for a route that answers an outcome for each of many: what a dry run found is the report's `effect`. */
export const DryRunOfMany = () =>
  applyDecorators(
    takesDryRun(
      () => undefined,
      'With `true`: say what would become of each and, as `effect`, who would get or lose what at once; record nothing',
    ),
    markEffectWithin(),
  );

const takesDryRun = (effectAt: EffectAt, description: string) =>
  applyDecorators(
    markDryRun(effectAt),
    UseInterceptors(DryRunInterceptor),
    ApiExtension('x-dry-run', true),
    ApiQuery({ name: 'dry_run', required: false, enum: ['true', 'false'], description }),
  );
