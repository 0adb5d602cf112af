import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import type { DestinationStream, Logger } from 'pino';
import { Clock } from './clock';
import { ConditionalRequests } from './conditional/conditional-requests';
import { Cursors } from './cursor';
import { Draining } from './health/draining';
import { Readiness } from './health/readiness';
import { IdempotentAnswers } from './idempotency/idempotent-answers';
import { KeptAnswersStore } from './idempotency/kept-answers.store';
import { inputPipe, TextPipe } from './input';
import { CleanExpired } from './jobs/clean-expired';
import { Jobs, JOBS_URL } from './jobs/jobs';
import { LimitCallers } from './limits/limit-requests';
import { Limits } from './limits/limits';
import { ApplicationLog, createLog, LOG, LOG_DESTINATION, standardError } from './log/log';
import { NoteItems } from './log/note-items.interceptor';
import { Paging } from './paging';
import { ProblemFilter } from './problem.filter';
import { PathNames } from './path-names';
import { RequestTransaction } from './request-transaction.interceptor';
import { ServedBodyInterceptor } from './served-body';
import { Metrics } from './metrics/metrics';
import { SECRET, SETTINGS } from './secret';
import type { Settings } from './settings';
import { ViewerTransaction } from './viewer-transaction';

/** The log, before everything that may write into it. */
@Global()
@Module({})
class LogModule {
  static with({ logLevel }: Settings): DynamicModule {
    return {
      module: LogModule,
      providers: [
        { provide: LOG_DESTINATION, useFactory: standardError },
        {
          provide: LOG,
          inject: [LOG_DESTINATION],
          useFactory: (to: DestinationStream) => createLog(logLevel, to),
        },
      ],
      exports: [LOG],
    };
  }
}

/** What every capability stands on: the clock, the viewer's transaction, cursors, input checks, problems. */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings, jobsUrl: string): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        LogModule.with(settings),
        // Requests are logged by a middleware that stands before all others; this one lends its line's id to the rest.
        // A plain path, since any other way of naming every route would make every request meet one.
        LoggerModule.forRootAsync({
          inject: [LOG],
          useFactory: (logger: Logger) => ({
            pinoHttp: { logger },
            useExisting: true as const,
            forRoutes: ['/'],
          }),
        }),
      ],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: SECRET, useValue: settings.secret },
        { provide: JOBS_URL, useValue: jobsUrl },
        ApplicationLog,
        Clock,
        Cursors,
        Paging,
        Draining,
        Readiness,
        Metrics,
        Limits,
        Jobs,
        CleanExpired,
        ViewerTransaction,
        ConditionalRequests,
        PathNames,
        KeptAnswersStore,
        IdempotentAnswers,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: TextPipe },
        { provide: APP_PIPE, useFactory: inputPipe },
        // The first is the outermost: what is sent is prepared after the transaction has committed.
        { provide: APP_INTERCEPTOR, useClass: ServedBodyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: LimitCallers },
        { provide: APP_INTERCEPTOR, useClass: NoteItems },
        { provide: APP_INTERCEPTOR, useClass: RequestTransaction },
      ],
      exports: [
        SETTINGS,
        SECRET,
        JOBS_URL,
        Clock,
        Cursors,
        Jobs,
        Paging,
        PathNames,
        Readiness,
        ViewerTransaction,
      ],
    };
  }
}
