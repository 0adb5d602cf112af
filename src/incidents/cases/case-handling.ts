import { Injectable } from '@nestjs/common';
import { applyHandling, type Handling, NamedPersons } from '../../disclosure';
import { Organizations } from '../../organizations';
import type { IncidentHandlingInput } from './case-input.dto';

/** Turns handling as the web API takes it into that of a version, with handles looked up. */
@Injectable()
export class CaseHandling {
  constructor(
    private readonly organizations: Organizations,
    private readonly persons: NamedPersons,
  ) {}

  /** @param former what stays where the input is silent @throws Refusal 422 that names an unknown handle or person */
  async apply(former: Handling, input: IncidentHandlingInput = {}): Promise<Handling> {
    return applyHandling(
      former,
      input,
      async (handle, field) => (await this.organizations.require(handle, field)).id,
      this.persons.require,
    );
  }
}
