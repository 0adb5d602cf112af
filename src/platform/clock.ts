import { Injectable } from '@nestjs/common';

/** The one clock of the application; tests set it. Instants are whole milliseconds since 1970, UTC. */
@Injectable()
export class Clock {
  /**
   * The instant of a transaction, where it is given. Otherwise it is the database's, which all processes share, so
   * that a stop holds on a process whose own clock is behind, too.
   */
  given(): Date | null {
    return null;
  }

  now(): Date {
    return new Date(Date.now());
  }
}
