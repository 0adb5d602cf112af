import type { Wanted } from './wanted';

/** How many entries in order are looked at before the index of the words is asked. */
export const LOOK = 1000;

/** Rows `item_id`, `version_id` and their order `n`: the viewer's own items that are wanted, with the latest version. */
export const OWN_LIST =
  'app.own_list($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) WITH ORDINALITY AS l(item_id, version_id, n)';

/** Where a page of own items goes on: after this one. */
export interface OwnPlace {
  readonly createdAt: string;
  readonly id: string;
}

/** The parameters of OWN_LIST. */
export const ownListParameters = (
  kind: 'advisory' | 'incident',
  { newest, created, updated, labels, text }: Wanted,
  place: OwnPlace | null,
  size: number,
): unknown[] => [
  kind,
  place?.createdAt ?? null,
  place?.id ?? null,
  newest,
  created.from ?? '-infinity',
  created.to ?? 'infinity',
  updated.from ?? '-infinity',
  updated.to ?? 'infinity',
  labels,
  text,
  size,
  LOOK,
];
