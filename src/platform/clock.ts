import { Injectable } from '@nestjs/common';

/** The one clock of the application; tests set it. Instants are whole milliseconds since 1970, UTC. */
@Injectable()
export class Clock {
  /**
   * The instant of a transaction: the database's, which all processes share, so that a stop holds on a process
   * whose own clock is behind, too.
   * @param ask reads the clock of the database
   */
  async instant(ask: () => Promise<Date>): Promise<Date> {
    return ask();
  }

  now(): Date {
    return new Date(Date.now());
  }
}
