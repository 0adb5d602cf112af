import { Logger } from '@nestjs/common';
import { expected, Sharing } from './sharing-world';

const both = ['signatory', 'operating_cert'];
const GRANT = {
  ...{ from: 'pkcert', to: 'cncert', clause: 'Annex 1, 2', categories: 'any', sectors: ['energy'] },
  information_types: [{ type: 'threat_report', tlp_ceiling: 'GREEN' }],
  reach_back: 'none',
};
interface Paused {
  pauses: { id: string; kind: string; open: boolean }[];
}

/** An annex that is held to an agreement between PKCERT and CNCERT, and what is done with it. */
export class Annex {
  constructor(
    private readonly sharing: Sharing,
    readonly reference: string,
    private readonly parent: string,
  ) {}

  private post(who: 'pkcert-liaison' | 'cncert-liaison', path: string, body: object = {}): Promise<object> {
    const sent = this.sharing.world.as(who).post(`/api/v1/agreements${path}`).send(body);
    return expected(201, sent) as Promise<object>;
  }

  /** Drafted and signed by both; what it says of the direction is what is told, sector energy alone otherwise. */
  async signed(change: object = {}): Promise<this> {
    await this.post('pkcert-liaison', '', {
      ...{ reference: this.reference, title: 'Annex of a test', kind: 'implementing_annex' },
      parent: this.parent,
      parties: ['pkcert', 'cncert'].map((organization) => ({ organization, roles: both })),
      terms: { grants: [{ ...GRANT, ...change }] },
    });
    return this.sign(1);
  }

  private async sign(number: number): Promise<this> {
    const path = `/${this.reference}/terms/${number}`;
    await this.post('pkcert-liaison', `${path}/submission`);
    await this.post('pkcert-liaison', `${path}/signatures`);
    await this.post('cncert-liaison', `${path}/signatures`);
    return this;
  }

  async enter(number = 1, effective_at?: string): Promise<this> {
    const path = `/${this.reference}/terms/${number}/entry-into-force`;
    await this.post('pkcert-liaison', path, { effective_at });
    return this;
  }

  async amend(number: number, change: object): Promise<void> {
    await this.post('pkcert-liaison', `/${this.reference}/terms`, { grants: [{ ...GRANT, ...change }] });
    await this.sign(number);
    await this.enter(number);
  }

  async end(): Promise<void> {
    await this.post('pkcert-liaison', `/${this.reference}/end`, { reason: 'Of a test.' });
  }

  async suspend(): Promise<string> {
    const path = `/${this.reference}/suspensions`;
    const { pauses } = (await this.post('pkcert-liaison', path, { reason: 'Of a test.' })) as Paused;
    return pauses.find(({ kind, open }) => kind === 'suspension' && open)!.id;
  }
}

/**
 * Before each test an agreement of two types between PKCERT and CNCERT, and an annex below it that is not drafted yet. A row
 * that a list offers and the gate refuses is a fault of ours, is logged as one, and fails the test.
 */
export function heldToAnnex(begin: (begun: { sharing: Sharing; annex: Annex }) => void): void {
  const faults = jest.spyOn(Logger.prototype, 'error');
  let sharing: Sharing;
  beforeEach(async () => {
    sharing = await Sharing.start();
    faults.mockClear();
    await sharing.inForce('cncert', 'PK-CN-B', {
      information_types: [
        { type: 'threat_report', tlp_ceiling: 'GREEN' },
        { type: 'best_practice', tlp_ceiling: 'GREEN' },
      ],
      victim_identity: 'full',
      obligations: { retention_days: 90 },
    });
    begin({ sharing, annex: new Annex(sharing, 'PK-CN-B-A1', 'PK-CN-B') });
  });
  afterEach(async () => {
    await sharing.world.close();
    expect(faults).not.toHaveBeenCalled();
  });
}

/** Of what a feed told, the items. */
export const itemsOf = (told: readonly string[]) => told.filter((line) => !line.startsWith('notice'));

/** What CNCERT knows an item as that is in its list. */
export async function idAtCncert({ world }: Sharing, title: string): Promise<string> {
  const page = (await expected(200, world.withKey('cncert').get('/api/v1/advisories'))) as {
    items: { id: string; title: string }[];
  };
  return page.items.find((one) => one.title === title)!.id;
}
