import { Injectable } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Cursors } from './cursor';
import { ViewerTransaction } from './viewer-transaction';
import { WholeNumber } from './whole-number';

const DEFAULT_LIMIT = 50;

export class PageQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: DEFAULT_LIMIT })
  @IsOptional()
  @WholeNumber()
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = DEFAULT_LIMIT;

  @ApiPropertyOptional({ description: 'The `next` of the previous page; leave it out to begin' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  cursor?: string;
}

export interface Page<Row> {
  page: Row[];
  next: string | null;
}

/** What a list says of itself: its name with its filters, where a row stands, and the rows after a place. */
export interface List<Row> {
  name: string;
  /** Texts without spaces, in the order in which the list is sorted. */
  placeOf: (row: Row) => string[];
  /** @param after the place of the last row of the page before, empty to begin */
  load: (after: readonly string[], limit: number) => Promise<Row[]>;
}

const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

/** A list in the order of its rows' ids, which is the order in which they were made. */
export const byId = <Row extends { id: string }>(
  name: string,
  load: (after: string, limit: number) => Promise<Row[]>,
): List<Row> => ({
  name,
  placeOf: ({ id }) => [id],
  load: ([after = BEFORE_ALL_IDS], limit) => load(after, limit),
});

/** Pages through a list by the places of its rows; a cursor is good for one team and one list. */
@Injectable()
export class Paging {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal `cursor/invalid` */
  async page<Row>({ limit, cursor }: PageQuery, { name, placeOf, load }: List<Row>): Promise<Page<Row>> {
    const binding = `${this.transaction.viewer.organizationId}|${name}`;
    const after = cursor === undefined ? [] : this.cursors.open(cursor, binding).split(' ');
    // One more than asked for tells whether a next page exists.
    const found = await load(after, limit + 1);
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return { page, next: last ? this.cursors.seal(placeOf(last).join(' '), binding) : null };
  }
}
