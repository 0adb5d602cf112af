import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ViewerTransaction } from '../platform/viewer-transaction';

/** Who did something: a name, and the handle of her organization. */
export class PersonView {
  @ApiProperty({ example: 'Zainab Malik' }) name: string;
  @ApiProperty({ example: 'banking' }) organization: string;
}

export type Named = (account: string) => PersonView;

/** The people behind reports and cases, as far as the viewer may know them. */
@Injectable()
export class People {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Looks up accounts at once. @returns a function that throws for an account the viewer may not know */
  async named(accounts: Iterable<string>): Promise<Named> {
    const rows = await this.transaction.query<PersonView & { id: string }>(
      'SELECT * FROM app.people_behind($1)',
      [[...new Set(accounts)]],
    );
    const people = new Map(rows.map(({ id, ...person }) => [id, person]));
    return (account) => {
      const person = people.get(account);
      if (!person) throw new Error('Whoever acted on a report or case is known to those who see the act.');
      return person;
    };
  }
}
