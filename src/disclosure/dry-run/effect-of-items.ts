interface Shown {
  releases: { released_at: string; embargo_until: string | null }[];
  withdrawal: { at: string } | null;
}

/** A release takes effect when its embargo is over, if that is later. */
export function releaseEffect({ releases }: Shown): string | undefined {
  const last = releases.at(-1);
  if (!last) return undefined;
  const { released_at, embargo_until } = last;
  return embargo_until !== null && embargo_until > released_at ? embargo_until : released_at;
}

export const withdrawalEffect = ({ withdrawal }: Shown): string | undefined => withdrawal?.at;
