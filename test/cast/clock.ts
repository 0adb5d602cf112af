import { Clock } from '../../src/platform/clock';

/** When the world of the tests begins; every fact in it lies around this instant. */
export const BEGINNING = '2026-03-02T08:00:00.000Z';

/** A clock that stands still until it is set or moved. */
export class SettableClock extends Clock {
  private moment: number;
  constructor(start: string = BEGINNING) {
    super();
    this.moment = Date.parse(start);
  }

  override given(): Date {
    return this.now();
  }

  override now(): Date {
    return new Date(this.moment);
  }

  /** @param iso an instant with its zone */
  set(iso: string): void {
    this.moment = Date.parse(iso);
  }

  /** @param milliseconds how far to move, backwards if negative */
  advance(milliseconds: number): void {
    this.moment += milliseconds;
  }
}
