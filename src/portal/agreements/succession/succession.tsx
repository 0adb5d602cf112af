import { UserText } from '../../frame/user-text';
import { hasRole, type Screen } from '../../screen/screen';
import { addressOf, type Agreement } from '../agreement';
import { Between, type Link } from './between';
import type { Held } from './scale';

/** From when until when the agreement that is read is in force, over all its terms. */
function heldBy({ reference, terms }: Agreement): Held | undefined {
  const spans = terms.flatMap(({ in_force_from: from, in_force_until: until }) =>
    from !== null && (until === null || until > from) ? [{ from, until }] : [],
  );
  const [first] = spans.map(({ from }) => from).toSorted();
  if (first === undefined) return undefined;
  const open = spans.some(({ until }) => until === null);
  const last = spans
    .map(({ until }) => until ?? '')
    .toSorted()
    .at(-1);
  return { agreement: reference, from: first, until: open ? null : (last ?? null) };
}

function Other({ screen, agreement, link, isFormer }: Props & { link: Link; isFormer: boolean }) {
  const { t } = screen;
  const own = heldBy(agreement);
  const other: Held | undefined =
    link.in_force_from === null
      ? undefined
      : { agreement: link.agreement, from: link.in_force_from, until: link.in_force_until };
  const [former, later] = isFormer ? [other, own] : [own, other];
  return (
    <>
      <p>
        {t(isFormer ? 'succession.supersedes' : 'succession.supersededBy')}{' '}
        <a href={addressOf(link.agreement)} dir="ltr">
          {link.agreement}
        </a>{' '}
        <UserText text={link.title} />
      </p>
      <p class="text-secondary">
        {t(`succession.former_${link.former}`)} {t('succession.survives')}
      </p>
      {link.transition && former && later ? (
        <Between {...{ screen, former, later, transition: link.transition }} />
      ) : (
        <p>{t('succession.unknown')}</p>
      )}
    </>
  );
}

interface Props {
  readonly screen: Screen;
  readonly agreement: Agreement;
}

/** What came before an agreement and what comes after it, as far as the reader is party to both. */
export function Succession({ screen, agreement }: Props) {
  const { t } = screen;
  const { supersedes, superseded_by: later, state } = agreement;
  const begun = agreement.terms.some(({ in_force_from: from }) => from !== null);
  const mayFollow = hasRole(screen, 'liaison') && begun && !state.superseded;
  const told = supersedes !== null || later.length > 0 || state.superseded;
  if (!told && !mayFollow) return null;
  return (
    <section>
      <h2>{t('succession.title')}</h2>
      {supersedes && <Other {...{ screen, agreement, link: supersedes, isFormer: true }} />}
      {later.map((link) => (
        <Other {...{ screen, agreement, link, isFormer: false }} />
      ))}
      {state.superseded && later.length === 0 && <p>{t('succession.byOther')}</p>}
      {mayFollow && (
        <p>
          <a
            class="btn"
            href={`/portal/agreements/draft?supersedes=${encodeURIComponent(agreement.reference)}`}
          >
            {t('succession.follow')}
          </a>
        </p>
      )}
    </section>
  );
}
