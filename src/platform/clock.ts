import { Injectable } from '@nestjs/common';

/** The one clock of the application; tests set it. Instants are whole milliseconds since 1970, UTC. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date(Date.now());
  }
}
