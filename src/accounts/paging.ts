import { Injectable } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsNotEmpty, IsOptional, IsString, Max, Min } from 'class-validator';
import { WholeNumber } from '../platform/whole-number';
import { Cursors } from '../platform/cursor';
import { ViewerTransaction } from '../platform/viewer-transaction';

const FIRST = '00000000-0000-0000-0000-000000000000';
const DEFAULT_LIMIT = 50;

export class PageQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: DEFAULT_LIMIT })
  @IsOptional()
  @WholeNumber()
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  @ApiPropertyOptional({ description: 'The `next` of the previous page; leave it out to begin' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  cursor?: string;
}

export interface Page<Row> {
  rows: Row[];
  next: string | null;
}

/** Pages through the viewer's own rows in the order of their ids, which is the order in which they were made. */
@Injectable()
export class Paging {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly cursors: Cursors,
  ) {}

  /** @param load the rows after an id, at most so many @throws Refusal `cursor/invalid` */
  async page<Row extends { id: string }>(
    list: string,
    { limit = DEFAULT_LIMIT, cursor }: PageQuery,
    load: (after: string, limit: number) => Promise<Row[]>,
  ): Promise<Page<Row>> {
    const binding = `${this.transaction.viewer.organizationId}|${list}`;
    const after = cursor === undefined ? FIRST : this.cursors.open(cursor, binding);
    // One more than asked for tells whether a next page exists.
    const found = await load(after, limit + 1);
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    return { rows, next: last ? this.cursors.seal(last.id, binding) : null };
  }
}
