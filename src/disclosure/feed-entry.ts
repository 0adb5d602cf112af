/** A row of a team's feed, as app.feed_page() and its siblings return it. */
export interface FeedEntry {
  team_id: string;
  seq: string;
  kind: 'added' | 'updated' | 'withdrawn' | 'no_longer_shared' | 'notice';
  basis: 'public' | 'grant' | 'none';
  item_id: string | null;
  item_kind: 'advisory' | 'incident' | null;
  owner_id: string | null;
  item_version_id: string | null;
  variant_id: string | null;
  variant_version_id: string | null;
  notice: 'sharing-paused' | 'sharing-resumed' | 'agreement-ended' | null;
  /** Of which information types alone sharing is paused; null is of all of them. */
  notice_types: readonly string[] | null;
  counterpart_id: string | null;
  /** The lane that a notice tells of: what the counterpart gives under one agreement. */
  about: number | null;
  date_added: string;
}

/** An entry that carries an item's content. */
export type ContentEntry = FeedEntry & {
  item_id: string;
  owner_id: string;
  item_version_id: string;
  variant_id: string;
  variant_version_id: string;
};

export const hasContent = (entry: FeedEntry): entry is ContentEntry =>
  entry.kind === 'added' || entry.kind === 'updated';
export const isRemoval = (entry: FeedEntry): entry is ContentEntry =>
  entry.kind === 'withdrawn' || entry.kind === 'no_longer_shared';
