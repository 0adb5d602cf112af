import type { components } from '../../../docs/openapi';
import { Select } from '../frame/choices';
import { ActForm, Field } from '../frame/field';
import { Table } from '../frame/table';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import { hasRole, type Screen } from '../screen/screen';
import { given } from '../web-api/refused';

export type Approval = components['schemas']['ApprovalView'];

/** Approvals of an own item, and the ministries that might be said to have approved it. */
export interface Approvals {
  readonly given: readonly Approval[];
  readonly ministries: readonly { handle: string; name: string }[];
}

/** Asks who approved an own item; for ministries only where the reader may record what one of them approved. */
export async function askApprovals(screen: Screen, item: string): Promise<Approvals> {
  const { api } = screen;
  const [{ items }, ministries] = await Promise.all([
    given(api.GET('/api/v1/approvals', { params: { query: { item, limit: 200 } } })),
    hasRole(screen, 'liaison')
      ? given(api.GET('/api/v1/organizations', { params: { query: { kind: 'ministry', limit: 200 } } }))
      : { items: [] },
  ]);
  return { given: items, ministries: ministries.items };
}

interface Props {
  readonly screen: Screen;
  /** The latest version, which alone is approved, and its authors as far as their accounts are known. */
  readonly of: {
    item: string;
    back: string;
    version: number;
    authors: readonly string[];
    withdrawn: boolean;
  };
  readonly approvals: Approvals;
}

/** Who approved which version beside its release, and what the reader may do about it. */
export function ApprovalsSection(props: Props) {
  const { screen, of, approvals } = props;
  const { t, me } = screen;
  const author = of.authors.includes(me?.person?.id ?? '');
  return (
    <section>
      <h3>{t('approvals.title')}</h3>
      <p class="text-secondary">{t('approvals.help')}</p>
      <Table
        {...{ screen, caption: t('approvals.title'), empty: t('approvals.none'), rows: approvals.given }}
        columns={[
          { name: t('advisories.versionField'), cell: ({ version }) => version },
          {
            name: t('approvals.who'),
            cell: ({ level, ministry }) => (
              <>
                {t(level === 'ministry' ? 'approvals.byMinistry' : 'approvals.byOfficer')}{' '}
                {ministry && <a href={`/portal/organizations/${ministry}`}>{ministry}</a>}
              </>
            ),
          },
          {
            name: t('approvals.recorded'),
            cell: ({ recorded_at: at, recorded_by: by }) => (
              <>
                <Instant screen={screen} at={at} /> <UserText text={by} />
              </>
            ),
          },
          {
            name: t('approvals.counts'),
            cell: (one) =>
              one.counts_from ? (
                <Instant screen={screen} at={one.counts_from} />
              ) : (
                <Confirm {...props} approval={one} />
              ),
          },
        ]}
      />
      {!of.withdrawn && !author && (
        <>
          {hasRole(screen, 'duty-officer') && <OfficerForm {...props} />}
          {hasRole(screen, 'liaison') && approvals.ministries.length > 0 && <MinistryForm {...props} />}
        </>
      )}
    </section>
  );
}

const Hidden = ({ of }: Pick<Props, 'of'>) => (
  <>
    <input type="hidden" name="item" value={of.item} />
    <input type="hidden" name="version" value={of.version} />
    <input type="hidden" name="back" value={of.back} />
  </>
);

function Confirm({ screen, of, approval }: Props & { approval: Approval }) {
  const { t } = screen;
  if (!hasRole(screen, 'liaison', 'releaser')) return <>{t('approvals.waits')}</>;
  return (
    <ActForm screen={screen} action={`/portal/approvals/${approval.id}/confirmation`}>
      <input type="hidden" name="back" value={of.back} />
      {t('approvals.waits')} <button class="btn">{t('approvals.confirm')}</button>
    </ActForm>
  );
}

function OfficerForm({ screen, of }: Props) {
  const { t } = screen;
  return (
    <ActForm screen={screen} action="/portal/approvals">
      <Hidden of={of} />
      <button class="btn" name="level" value="duty_officer">
        {t('approvals.asOfficer', { version: of.version })}
      </button>
    </ActForm>
  );
}

function MinistryForm({ screen, of, approvals }: Props) {
  const { t } = screen;
  return (
    <details>
      <summary>{t('approvals.onBehalf')}</summary>
      <ActForm screen={screen} action="/portal/approvals">
        <Hidden of={of} />
        <input type="hidden" name="level" value="ministry" />
        <Select
          {...{ screen, name: 'ministry', label: t('approvals.ministry'), required: true }}
          choices={approvals.ministries.map(({ handle, name }) => ({ value: handle, name }))}
          chosen={undefined}
        />
        <Field
          {...{ screen, name: 'evidence_sha256', label: t('approvals.evidence'), required: true }}
          hint={t('approvals.evidenceHint')}
          control={(tied) => <input {...tied} dir="ltr" pattern="[0-9a-f]{64}" autocomplete="off" />}
        />
        <button class="btn">{t('approvals.recordIt')}</button>
      </ActForm>
    </details>
  );
}
