import { createHmac } from 'node:crypto';

const WHOLE = 16;
const EACH = 4;
/** What each version says of itself besides what it says. */
const BESIDES = ['version', 'created_at', 'created_by', 'authors'];

type View = Record<string, unknown>;

const versionOf = (view: View): number => (typeof view.version === 'number' ? view.version : 0);
const namesOf = (view: View): string[] => Object.keys(view).sort();

/**
 * The strong entity tag of a view: its version, a digest of all of it, and a short digest of each part, from which a
 * later reader learns what has changed since. Under a key, so that whoever comes by a tag cannot guess at the parts.
 */
export function entityTag(key: Buffer, view: object): string {
  const parts = view as View;
  const digest = (name: string, length: number) =>
    createHmac('sha256', key)
      .update(`${name}\n${JSON.stringify(name ? parts[name] : parts)}`)
      .digest()
      .subarray(0, length);
  const digests = [digest('', WHOLE), ...namesOf(parts).map((name) => digest(name, EACH))];
  return `"${versionOf(parts)}.${Buffer.concat(digests).toString('base64url')}"`;
}

function taken(tag: string): { version: number; digests: Buffer } | undefined {
  const [, version, digests] = /^"(\d{1,10})\.([\w-]{22,})"$/.exec(tag) ?? [];
  return digests ? { version: Number(version), digests: Buffer.from(digests, 'base64url') } : undefined;
}

/** Which fields differ between two versions that a view holds. */
function between(versions: readonly View[], read: number, now: number): string[] {
  const [former, latest] = [read, now].map((number) => versions.find(({ version }) => version === number));
  if (!former || !latest) return [];
  return namesOf(latest).filter(
    (name) => !BESIDES.includes(name) && JSON.stringify(former[name]) !== JSON.stringify(latest[name]),
  );
}

/**
 * The fields that differ between the state a tag was made of and a view of now. Of a thing that keeps its versions,
 * the fields of the versions. Empty for a tag that is not one of this thing.
 * @param now the tag of the view
 */
export function changedSince(tag: string, now: string, view: object): string[] {
  const [read, current] = [taken(tag), taken(now)];
  if (!read || !current || read.digests.length !== current.digests.length) return [];
  const parts = view as View;
  const changed = namesOf(parts).filter((_, index) => {
    const at = WHOLE + index * EACH;
    return !read.digests.subarray(at, at + EACH).equals(current.digests.subarray(at, at + EACH));
  });
  if (!Array.isArray(parts.versions) || read.version === current.version) return changed;
  const fields = between(parts.versions as View[], read.version, current.version);
  return [
    ...new Set([...changed.filter((name) => name !== 'versions' && name !== 'version'), ...fields]),
  ].sort();
}
