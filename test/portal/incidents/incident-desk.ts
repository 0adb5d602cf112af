import { startWorld, type World } from '../../cast';
import { grant, inForce } from '../../agreements/agreement-world';
import { work } from '../../incidents/case-work';

/** A world in which PKCERT and CNCERT share incidents, and the work of PKCERT's desk in it. */
export async function incidentDesk(): Promise<{ world: World; desk: ReturnType<typeof work> }> {
  const world = await startWorld();
  const incidents = {
    information_types: [{ type: 'incident_summary', tlp_ceiling: 'AMBER' }],
    categories: ['fraud/phishing'],
  };
  const grants = [grant('pkcert', 'cncert', incidents), grant('cncert', 'pkcert', incidents)];
  await inForce(world, 'PK-CN-PORTAL', { terms: { grants } });
  return { world, desk: work(world) };
}
