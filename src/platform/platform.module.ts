import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { Clock } from './clock';
import { ConditionalRequests } from './conditional/conditional-requests';
import { Cursors } from './cursor';
import { IdempotentAnswers } from './idempotency/idempotent-answers';
import { KeptAnswersStore } from './idempotency/kept-answers.store';
import { inputPipe, TextPipe } from './input';
import { ProblemFilter } from './problem.filter';
import { RequestTransaction } from './request-transaction.interceptor';
import { ServedBodyInterceptor } from './served-body';
import { SECRET, SETTINGS } from './secret';
import type { Settings } from './settings';
import { ViewerTransaction } from './viewer-transaction';

/** What every capability stands on: the clock, the viewer's transaction, cursors, input checks, problems. */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: SECRET, useValue: settings.secret },
        Clock,
        Cursors,
        ViewerTransaction,
        ConditionalRequests,
        KeptAnswersStore,
        IdempotentAnswers,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: TextPipe },
        { provide: APP_PIPE, useFactory: inputPipe },
        // The first is the outermost: what is sent is prepared after the transaction has committed.
        { provide: APP_INTERCEPTOR, useClass: ServedBodyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: RequestTransaction },
      ],
      exports: [SETTINGS, SECRET, Clock, Cursors, ViewerTransaction],
    };
  }
}
