import { Injectable } from '@nestjs/common';
import { Organizations } from '../organizations';
import { Refusal } from '../platform/refusal';
import type { GrantDto } from './terms.dto';

/** The constituents that grants let AMBER reach by name. */
@Injectable()
export class NamedConstituents {
  constructor(private readonly organizations: Organizations) {}

  /**
   * Their ids by handle.
   * @param field of the grants in the input
   * @throws Refusal 422 for a handle that is no constituent of the recipient
   */
  async in(grants: readonly GrantDto[], field: string): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const [n, { to, amber_reach: reach }] of grants.entries()) {
      if (!Array.isArray(reach)) continue;
      const place = `${field}.${n}.amber_reach`;
      const parent = await this.organizations.require(to, `${field}.${n}.to`);
      for (const handle of reach) {
        const { id, parentId } = await this.organizations.require(handle, place);
        if (parentId !== parent.id) throw notOne(place, handle, to);
        ids.set(handle, id);
      }
    }
    return ids;
  }
}

const notOne = (field: string, handle: string, to: string): Refusal =>
  Refusal.invalid({
    field,
    rule: 'constituent',
    message: `must name constituents of ${to}; ${handle} is none`,
  });
