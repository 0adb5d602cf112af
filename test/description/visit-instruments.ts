import { corviaTerms } from '../../src/cli/demo/agreements';
import { done, type Visit } from './visit';

const PATH = '/agreements/PK-XC-2026';

/** What the paper of an agreement is, its text, and a corrigendum of its terms. */
export async function visitInstruments({ stage }: Visit): Promise<void> {
  const [own, other] = [stage.as('pkcert-liaison'), stage.as('corvia-liaison')];
  await done(own, 'PUT', `${PATH}/description`, { binding: 'binding', languages: ['en'] });
  const { terms } = (await done(own, 'GET', PATH)) as unknown as { terms: { number: number }[] };
  const texts = `/api/v1${PATH}/terms/${terms.at(-1)!.number}/texts`;
  const bytes = Buffer.from('Arrangement (invented)');
  const { status } = await own.send('POST', `${texts}?language=en`, bytes, { 'Content-Type': 'text/plain' });
  const fetched = await other.get(`${texts}/en`);
  if (status !== 201 || !fetched.bytes.equals(bytes)) throw new Error(`${status}, ${fetched.status}`);
  const types = ['vulnerability_published', 'threat_report', 'indicator', 'best_practice'];
  const { terms: mended } = (await done(own, 'POST', `${PATH}/corrigenda`, {
    ...corviaTerms(types, 'all'),
    ...{ reason: 'Keyed in wrongly.', clause: 'Art. 2' },
  })) as unknown as { terms: { number: number }[] };
  await done(other, 'POST', `${PATH}/terms/${mended.at(-1)!.number}/correction-confirmations`, {});
}
