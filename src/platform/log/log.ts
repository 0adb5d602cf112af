import { Injectable } from '@nestjs/common';
import { Logger as PinoLogger } from 'nestjs-pino';
import { destination, pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { describeFault } from './describe-fault';
import type { LogLevel } from './levels';

/** Injection token of where the log goes, one JSON object a line. */
export const LOG_DESTINATION = Symbol('accord log destination');
/** Injection token of the log. */
export const LOG = Symbol('accord log');

/** Standard error: standard output is for people. Written at once, so that a crash loses no line. */
export const standardError = (): DestinationStream => destination({ fd: 2, sync: true });

/** The log of a process. Errors are described without what they say, see `describeFault`. */
export function createLog(level: LogLevel, to: DestinationStream): Logger {
  return pino(
    {
      level,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeFault },
    },
    to,
  );
}

/** What Nest and the application say through Nest's `Logger`. */
@Injectable()
export class ApplicationLog extends PinoLogger {
  /** Nest tells at this level of every module and route it finds, which is for whoever looks for a fault. */
  override log(message: unknown, ...rest: unknown[]): void {
    super.debug(message, ...rest);
  }
}
