import { createHash } from 'node:crypto';
import type { Shown } from './http-client';
import type { Stage } from './stage';

interface Entry {
  kind: string;
  shared: Record<string, string> & { disclosures?: string[] };
}
const sorted = (values: Iterable<string>) => [...values].sort();
const sameSet = (one: string[], other: string[]) => JSON.stringify(one) === JSON.stringify(other);

/** The summaries an answer carried, each with the very bytes it had in the answer. */
function summaries(bytes: Buffer): { shown: Shown; sha256: string }[] {
  const { items = [] } = JSON.parse(bytes.toString()) as { items?: Shown[] };
  return items.flatMap((event) => {
    const shown = event.item ?? (event.documents ? event : undefined);
    if (!shown) return [];
    // A summary is canonical JSON (RFC 8785): written again with sorted names it is the same bytes.
    const sha256 = createHash('sha256').update(JSON.stringify(shown)).digest('hex');
    return [{ shown, sha256 }];
  });
}

/** What CNCERT/CC's systems received under the agreement, from the answers themselves. */
function receivedBy({ systems }: Stage) {
  const disclosures = new Set<string>();
  const bodies: string[] = [];
  const documents = new Map<string, string>();
  for (const { path, answer } of systems('cncert').received) {
    const all = answer.json.items ? summaries(answer.bytes) : [];
    for (const { shown } of all)
      for (const { href, projection } of shown.documents ?? [])
        documents.set(href, `${shown.id} ${shown.version} ${projection} ${shown.tlp}`);
    const granted = all.filter(({ shown }) => shown.tlp !== 'CLEAR');
    for (const { shown, sha256 } of granted)
      disclosures.add(`${shown.id} ${shown.version} summary ${sha256}`);
    const [id, version, projection, tlp] = documents.get(path)?.split(' ') ?? [];
    const fetched = projection !== undefined && tlp !== 'CLEAR';
    if (fetched) disclosures.add(`${id} ${version} ${projection} ${answer.sha256}`);
    if (granted.length || fetched) bodies.push(answer.sha256);
  }
  return { disclosures: sorted(disclosures), bodies: sorted(bodies) };
}

/** Chapter 6: the auditor's export lists exactly what CNCERT/CC received. */
export async function audit(stage: Stage): Promise<void> {
  const { story, as } = stage;
  const auditor = as('pkcert-auditor');
  const logs = (await auditor.get('/api/v1/logs')).json.items as unknown as {
    id: string;
    agreement: string | null;
  }[];
  const log = logs.find(({ agreement }) => agreement === 'PK-CN-2026')?.id;
  const exported = await auditor.get(`/api/v1/logs/${log}/entries?format=jsonl`);
  const entries = exported.bytes
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry);
  const of = (kind: string) => entries.filter((entry) => entry.kind === kind).map(({ shared }) => shared);
  const received = receivedBy(stage);
  story.chapter('6. The auditor exports the log of the relationship with CNCERT/CC');
  await story.step(
    'It lists exactly the disclosures that happened, with the digests of the bytes received',
    'the same',
    () => {
      const logged = sorted(
        of('disclosure').map(
          ({ item, version, projection, content_sha256 }) =>
            `${item} ${version} ${projection} ${content_sha256}`,
        ),
      );
      return Promise.resolve(
        sameSet(logged, received.disclosures)
          ? 'the same'
          : `${logged.length} logged, ${received.disclosures.length} received`,
      );
    },
  );
  await story.step('And exactly the transfers, with the digests of the answers received', 'the same', () => {
    const logged = sorted(of('transfer').map(({ body_sha256 }) => body_sha256 ?? ''));
    return Promise.resolve(
      sameSet(logged, received.bodies)
        ? 'the same'
        : `${logged.length} logged, ${received.bodies.length} received`,
    );
  });
  await story.step(
    'It tells of the agreement’s facts and of the stop',
    'signed, in force, stopped, resumed',
    () => {
      const kinds = new Set(entries.map(({ kind }) => kind));
      const told = {
        'agreement-signed': 'signed',
        'agreement-entered-into-force': 'in force',
        'sharing-stopped': 'stopped',
        'sharing-resumed': 'resumed',
      };
      return Promise.resolve(
        Object.entries(told)
          .flatMap(([kind, word]) => (kinds.has(kind) ? [word] : []))
          .join(', ') || sorted(kinds).join(' '),
      );
    },
  );
  await story.step(
    'CNCERT/CC’s auditor reads the same log; Corvia CERT’s does not know of it',
    '200, 404',
    async () => {
      const path = `/api/v1/logs/${log}/entries`;
      return `${(await as('cncert-auditor').get(path)).status}, ${(await as('corvia-auditor').get(path)).status}`;
    },
  );
  await story.step('The export is itself on the record', 'log-exported', async () => {
    const house = logs.find(({ agreement }) => agreement === null)?.id;
    const lines = (await auditor.get(`/api/v1/logs/${house}/entries`)).bytes.toString();
    return lines.includes('"kind":"log-exported"') ? 'log-exported' : 'nothing';
  });
}
