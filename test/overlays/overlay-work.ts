import type { OverlayRestriction } from '../../src/disclosure/rules/overlay';
import { newId } from '../../src/platform/ids';
import type { PersonKey, World } from '../cast';
import { writeRestrictions } from '../cases/written-overlays';
import { insertRow, time } from '../cases/given-rows';
import { Witnesses } from '../disclosure/witnesses';
import { expected, type Sharing } from '../disclosure/sharing-world';

export const PATH = '/api/v1/overlay/versions';
export const LAW = 'Cyber Security Act 2024 (invented)';

/** What may not leave the country, as it is sent. */
export const WITHHELD_ABROAD = {
  clause: '§ 12(2)',
  direction: 'sending',
  information_types: ['threat_report'],
  countries: 'abroad',
  public: false,
};
export const BARRED_FROM_PUBLIC = {
  clause: '§ 5',
  direction: 'sending',
  information_types: ['threat_report'],
  public: true,
};
export const NOT_LET_IN = {
  clause: 'Art. 9',
  direction: 'receiving',
  information_types: ['threat_report'],
  countries: 'abroad',
};

export interface Version {
  number: number;
  state: string;
  counts_from: string | null;
}

/** Records versions one after the other, each on top of the last. */
export class OverlayWork {
  constructor(private readonly world: World) {}

  async last(person: PersonKey = 'pkcert-liaison'): Promise<number> {
    const { items } = (await expected(200, this.world.as(person).get(`${PATH}?limit=1`))) as {
      items: Version[];
    };
    return items[0]?.number ?? 0;
  }

  /** Records a version that withholds this and nothing else. */
  async record(restrictions: object[], person: PersonKey = 'pkcert-liaison', query = ''): Promise<Version> {
    this.world.clock.advance(1000);
    const body = { base: await this.last(person), law: LAW, restrictions };
    return (await expected(
      query === '' ? 201 : 200,
      this.world.as(person).post(`${PATH}${query}`).send(body),
    )) as Version;
  }

  async confirm(number: number, person: PersonKey = 'pkcert-second-liaison'): Promise<Version> {
    this.world.clock.advance(1000);
    return (await expected(
      201,
      this.world.as(person).post(`${PATH}/${number}/confirmation`).send({}),
    )) as Version;
  }

  /** Withholds nothing any more, confirmed by the second person. */
  async repeal(): Promise<void> {
    const { number, state } = await this.record([]);
    if (state === 'awaiting_confirmation') await this.confirm(number);
  }
}

/** A version of whomever that comes to count at an instant, with all that follows from it; written as by the operator. */
export async function comesToCount(
  world: World,
  { organization, restrictions }: { organization: string; restrictions: readonly OverlayRestriction[] },
  at: number,
): Promise<void> {
  const [former] = await world.owner.query<{ id: string; number: number }[]>(
    'SELECT id, number FROM national_overlay WHERE organization_id = $1 ORDER BY number DESC LIMIT 1',
    [organization],
  );
  const id = newId();
  await insertRow(world.owner, 'national_overlay', {
    id,
    organization_id: organization,
    number: (former?.number ?? 0) + 1,
    law: LAW,
    second_person_required: false,
    recorded_at: time(at),
    recorded_by: new Witnesses(world).handsOf(organization),
  });
  await writeRestrictions(world.owner, id, restrictions);
  await world.owner.query('SELECT app.settle_overlay($1, $2, $3)', [
    organization,
    former?.id ?? null,
    time(at),
  ]);
}

/** Terms that grant two types, of which a law may withhold one. */
export const TWO_TYPES = {
  information_types: ['threat_report', 'incident_summary'].map((type) => ({ type, tlp_ceiling: 'GREEN' })),
};

/** What a team, or everybody, is offered, by title. */
export async function titlesFor({ world }: Sharing, team: 'cncert' | 'dunmere' | null): Promise<string[]> {
  const caller = team ? world.withKey(team) : world.anonymous();
  const { items } = (await expected(200, caller.get('/api/v1/advisories?limit=200'))) as {
    items: { title: string }[];
  };
  return items.map(({ title }) => title);
}
