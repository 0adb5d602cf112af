/** What the rule weighs; the shapes of the rows, without their folder. */
interface Candidate {
  version: {
    authors: readonly string[];
    tlp: string | null;
    informationType: string | null;
    categories: readonly string[];
    sectors: readonly string[];
    thirdParty: boolean;
    embargoUntil: { getTime(): number } | null;
    namedPersons: readonly string[];
    id: string;
  };
  /** Who would release it; null for somebody who is not an author. */
  person: string | null;
  toPublic: boolean;
  at: { getTime(): number };
  releases: readonly { itemVersionId: string; embargoUntil: { getTime(): number } | null }[];
  withdrawn: boolean;
  /** Confirmed consents of the source that last longer than now, for another publisher's content. */
  consents: readonly { scope: string }[];
  /** Open requests for it, of originators who can be asked: what is released meanwhile goes when they consent. */
  awaited: readonly { scope: string }[];
  /** Whether terms in force let such content go as far as its marking does. */
  forwarded: boolean;
  /** What of the own national overlay bars it from the public, if it is to be public. */
  barredBy: { law: string; clause: string } | null;
}

/** Why a version may not be released. */
export interface ReleaseRefusal {
  code:
    | 'release/author'
    | 'release/unlabelled'
    | 'release/red'
    | 'release/not-clear'
    | 'release/third-party'
    | 'release/national-overlay'
    | 'release/already'
    | 'release/withdrawn'
    | 'release/embargo';
  status: number;
  detail: string;
  errors: { field: string; rule: string; message: string }[];
}

const refuse = (
  code: ReleaseRefusal['code'],
  status: number,
  detail: string,
  errors: ReleaseRefusal['errors'] = [],
): ReleaseRefusal => ({
  code,
  status,
  detail,
  errors,
});

function missingLabels({ version }: Candidate): ReleaseRefusal['errors'] {
  const missing = [
    version.tlp === null && 'tlp',
    version.informationType === null && 'information_type',
    version.categories.length === 0 && 'categories',
    version.sectors.length === 0 && 'sectors',
  ].filter((field) => field !== false);
  return missing.map((field) => ({
    field: `handling.${field}`,
    rule: 'required',
    message: 'must be set before release',
  }));
}

/** A new version may not hide again what an earlier one has shown, so its embargo ends no later than the former's. */
function hidesAgain({ version, releases, at }: Candidate): boolean {
  const former = releases.at(-1);
  if (!former || version.embargoUntil === null) return false;
  return version.embargoUntil.getTime() > Math.max(former.embargoUntil?.getTime() ?? 0, at.getTime());
}

/**
 * What came from another publisher goes as far as its source consents (D-17); to everybody only with a consent to that.
 * A release may come before the answer of a source that was asked.
 */
const lacksConsent = ({ version, toPublic, consents, awaited, forwarded }: Candidate): boolean =>
  version.thirdParty &&
  !(forwarded && !toPublic && (version.tlp === 'CLEAR' || version.tlp === 'GREEN')) &&
  ![...consents, ...awaited].some(({ scope }) => !toPublic || scope === 'public');

/** D-13 and the markings that must stand before anything leaves; null when the version may be released. */
export function releaseRefusal(candidate: Candidate): ReleaseRefusal | null {
  const { version, person, toPublic, releases, withdrawn, barredBy } = candidate;
  const missing = missingLabels(candidate);
  if (withdrawn) return refuse('release/withdrawn', 409, 'The item is withdrawn. Make a new one instead.');
  if (releases.some(({ itemVersionId }) => itemVersionId === version.id))
    return refuse('release/already', 409, 'This version is released already.');
  if (person !== null && version.authors.includes(person)) {
    return refuse(
      'release/author',
      403,
      'You are an author of this version. Another releaser has to release it.',
    );
  }
  if (missing.length)
    return refuse(
      'release/unlabelled',
      422,
      'What is not labelled completely is the owner’s alone.',
      missing,
    );
  if (version.tlp === 'RED' && version.namedPersons.length === 0) {
    return refuse('release/red', 422, 'RED goes to named duty officers only, and none is named.', [
      { field: 'handling.named_persons', rule: 'required', message: 'must name at least one duty officer' },
    ]);
  }
  if (lacksConsent(candidate))
    return refuse(
      'release/third-party',
      422,
      `The content is another publisher’s and not CLEAR. No confirmed consent of it ${toPublic ? 'to everybody' : 'to a team or to partners'} lasts longer than now, and none is asked for. Ask a team that shares it with yours with POST /api/v1/consent-requests; of any other source, record it with POST /api/v1/advisories/{id}/consents, and have a second person confirm it.`,
    );
  if (toPublic && version.tlp !== 'CLEAR')
    return refuse('release/not-clear', 422, 'Only CLEAR is released to the public.');
  if (barredBy) {
    const { law, clause } = barredBy;
    return refuse('release/national-overlay', 422, `${law}, ${clause}, bars it from release to the public.`, [
      { field: 'public', rule: 'national-overlay', message: `is barred by ${law}, ${clause}` },
    ]);
  }
  if (hidesAgain(candidate)) {
    return refuse(
      'release/embargo',
      422,
      'An earlier version is out, or will be: this embargo would end after it.',
      [
        {
          field: 'handling.embargo_until',
          rule: 'not-later',
          message: 'must not be later than that of the version released before',
        },
      ],
    );
  }
  return null;
}
