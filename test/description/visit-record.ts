import { addSignature, cosign, newPrivateKeyFile, readSigningKey, SIGNATURE_TYPE } from '../../src/record';
import { done, type Visit } from './visit';

/** What proves that a log is whole, its export, and a witness that cosigns it until it is ended. */
export async function visitRecord({ stage }: Visit): Promise<void> {
  const [auditor, administrator] = [stage.as('cncert-auditor'), stage.as('cncert-administrator')];
  const { items: logs = [] } = (await done(auditor, 'GET', '/logs')) as {
    items?: { id: string; kind: string }[];
  };
  const { id } = logs.find(({ kind }) => kind === 'relationship') as { id: string };
  const at = `/logs/${id}`;
  const signed = async () => auditor.get(`/api/v1${at}/checkpoint`);
  // It is signed within a second of the commit.
  let head = await signed();
  for (let tries = 0; head.status === 404 && tries < 40; tries += 1) {
    await new Promise((settle) => setTimeout(settle, 100));
    head = await signed();
  }
  const note = head.bytes.toString();
  const size = Number(note.split('\n')[1]);
  await done(auditor, 'GET', `${at}/keys`);
  const { items: entries = [] } = (await done(auditor, 'GET', `${at}/pages?limit=200`)) as {
    items?: { id: string }[];
  };
  await auditor.get(`/api/v1${at}/inclusion?entry=${entries.at(-1)!.id}`);
  await done(auditor, 'GET', `${at}/consistency?from=1&to=${size}`);
  await auditor.get(`/api/v1${at}/bundle`);
  const key = readSigningKey('witness.cncert.example', newPrivateKeyFile(), SIGNATURE_TYPE.cosignature);
  const { id: witness } = await done(administrator, 'POST', '/witnesses', { verifier_key: key.verifierKey });
  await done(administrator, 'GET', '/witnesses');
  const text = note.slice(0, note.indexOf('\n\n') + 1);
  const line = addSignature(note, cosign(text, key, Math.floor(Date.now() / 1000)))
    .trimEnd()
    .split('\n')
    .at(-1);
  await done(administrator, 'POST', `${at}/cosignatures`, { size, cosignature: line });
  await done(auditor, 'GET', `${at}/cosignatures`);
  await done(administrator, 'POST', `/witnesses/${witness}/end`, { reason: 'It was for a test.' });
}
