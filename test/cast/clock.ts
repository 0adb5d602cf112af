import { Clock } from '../../src/platform/clock';

/** When the world of the tests begins; every fact in it lies around this instant. */
export const BEGINNING = '2026-03-02T08:00:00.000Z';

/** A clock that stands still until it is set or moved. */
export class SettableClock extends Clock {
  private instant: number;
  constructor(start: string = BEGINNING) {
    super();
    this.instant = Date.parse(start);
  }

  override now(): Date {
    return new Date(this.instant);
  }

  /** @param iso an instant with its zone */
  set(iso: string): void {
    this.instant = Date.parse(iso);
  }

  /** @param milliseconds how far to move, backwards if negative */
  advance(milliseconds: number): void {
    this.instant += milliseconds;
  }
}
