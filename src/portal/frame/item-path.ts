/** Where an item is read: an advisory, or a case. */
export const pathOfItem = (type: 'advisory' | 'incident', id: string): string =>
  `/portal/${type === 'advisory' ? 'advisories' : 'incidents/cases'}/${encodeURIComponent(id)}`;
