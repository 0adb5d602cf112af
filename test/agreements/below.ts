import type { World } from '../cast';
import { grant, Instrument } from './agreement-world';

/** An annex below a memorandum of the invented world: what PKCERT lets CNCERT have of threat reports, narrower. */
export const annex = (parent: string, change: object = {}, said: object = {}) => ({
  title: 'Implementing annex (invented)',
  kind: 'implementing_annex',
  parent,
  terms: {
    grants: [
      grant('pkcert', 'cncert', {
        clause: 'Annex 1, 2',
        information_types: [{ type: 'threat_report', tlp_ceiling: 'CLEAR' }],
        ...said,
      }),
    ],
  },
  ...change,
});

/** An annex of that kind that all have signed. */
export async function signedBelow(
  world: World,
  reference: string,
  parent: string,
  said: object = {},
): Promise<Instrument> {
  const instrument = await new Instrument(world, reference).draft(annex(parent, {}, said));
  return instrument.sign();
}
