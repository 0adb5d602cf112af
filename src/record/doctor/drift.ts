/** What is not as it was written, and where. */
export interface Drift {
  what: 'entry' | 'leaf' | 'lost' | 'node' | 'head' | 'checkpoint' | 'part' | 'rendition' | 'disclosure';
  log: string | null;
  says: string;
}

/** Takes what is found, up to as many as anybody reads. */
export class Findings {
  readonly drift: Drift[] = [];
  total = 0;

  constructor(private readonly most: number) {}

  add(what: Drift['what'], log: string | null, says: string): void {
    this.total += 1;
    if (this.drift.length < this.most) this.drift.push({ what, log, says });
  }
}

/** Asks the database as its owner. */
export type AskOwner = <Row>(sql: string, parameters?: unknown[]) => Promise<Row[]>;
