import type { BundleEntry } from './format';

/** Entries of a tree in their order, with the parts that the viewer may read; row-level security leaves no others. */
export const BUNDLE_ENTRIES = `
  SELECT l.index::float8 AS index, l.entry_id AS id, encode(l.hash, 'hex') AS hash, convert_from(e.canonical, 'UTF8') AS entry,
    COALESCE((SELECT json_agg(json_build_object('audience', p.audience, 'salt', translate(encode(p.salt, 'base64'), E'\\n', ''),
        'payload', convert_from(p.payload, 'UTF8')) ORDER BY p.audience)
      FROM record_payload p WHERE p.entry_id = e.id), '[]') AS parts
  FROM record_leaf l JOIN record_entry e ON e.id = l.entry_id
  WHERE l.log_id = $1 AND l.index >= $2 AND l.index < $3 ORDER BY l.index`;

export interface BundleRow extends BundleEntry {
  hash: string;
}

/** The leaf hashes of a tree, in their order. */
export const LEAF_HASHES = `SELECT hash FROM record_leaf WHERE log_id = $1 AND index >= $2 AND index < $3 ORDER BY index`;
