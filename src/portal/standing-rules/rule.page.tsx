import type { components } from '../../../docs/openapi';
import { ReasonField } from '../advisories/leaving/withdraw.page';
import { Facts } from '../frame/facts';
import { ActForm, FormFault } from '../frame/field';
import { pathOfItem } from '../frame/item-path';
import { Page } from '../frame/page';
import { Team } from '../frame/recipients';
import { Pager, Table } from '../frame/table';
import { inWords } from '../frame/terms';
import { Instant } from '../frame/time';
import { TlpLabel } from '../frame/tlp';
import { UserText } from '../frame/user-text';
import { hasRole, type Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import { pathOfRule, type StandingRule } from './standing-rule';

interface RuleProps {
  readonly screen: Screen;
  readonly rule: StandingRule;
  readonly released: components['schemas']['StandingReleasePage'];
  readonly refused?: ApiRefused | undefined;
  readonly reason?: string | undefined;
}

/** What a rule lets go, who approved it, what went under it; its confirmation and its end. */
export function RulePage(props: RuleProps) {
  const { screen, rule } = props;
  const { t } = screen;
  const personAt = (name: string | null, at: string | null) =>
    name !== null &&
    at !== null && (
      <>
        <UserText text={name} /> <Instant screen={screen} at={at} />
      </>
    );
  return (
    <Page screen={screen} title={t('standing.rule')}>
      <h2>
        <UserText text={rule.name} />
      </h2>
      <Facts
        facts={[
          [t('standing.state'), <strong>{t(`standing.state_${rule.state}`)}</strong>],
          [t('standing.reason'), <UserText text={rule.reason} />],
          [
            t('standing.types'),
            rule.information_types.map((type) => inWords(screen, 'type', type)).join(' · '),
          ],
          [t('standing.upTo'), <TlpLabel label={rule.tlp_up_to} />],
          [
            t('standing.partners'),
            rule.partners.map((team, index) => (
              <>
                {index > 0 && ' · '}
                <Team {...{ screen, team }} />
              </>
            )),
          ],
          [t('standing.perDay'), String(rule.per_day)],
          [t('standing.lastDay'), String(rule.last_day)],
          [t('standing.until'), <Instant screen={screen} at={rule.expires_at} />],
          [t('standing.proposed'), personAt(rule.proposed_by, rule.proposed_at)],
          [t('standing.confirmed'), personAt(rule.confirmed_by, rule.confirmed_at)],
          [t('standing.ended'), personAt(rule.ended_by, rule.ended_at)],
          [t('standing.endReason'), rule.end_reason && <UserText text={rule.end_reason} />],
        ]}
      />
      <Acts {...props} />
      <Released {...props} />
    </Page>
  );
}

function Acts({ screen, rule: { id, state, proposed_by_id: proposer }, refused, reason }: RuleProps) {
  const { t, me } = screen;
  const waits = state === 'proposed' && hasRole(screen, 'releaser');
  const over = state === 'ended' || state === 'expired';
  return (
    <>
      <FormFault {...{ screen, refused }} />
      {waits && me?.person?.id === proposer && <p class="alert alert-info">{t('standing.yours')}</p>}
      {waits && me?.person?.id !== proposer && (
        <ActForm screen={screen} action={pathOfRule(id, 'confirmation')}>
          <p>{t('standing.confirmHelp')}</p>
          <button class="btn btn-primary">{t('standing.confirm')}</button>
        </ActForm>
      )}
      {!over && hasRole(screen, 'releaser', 'duty-officer') && (
        <ActForm screen={screen} action={pathOfRule(id, 'end')}>
          <p>{t('standing.endHelp')}</p>
          <ReasonField {...{ screen, refused, reason }} />
          <button class="btn btn-danger">{t('standing.end')}</button>
        </ActForm>
      )}
    </>
  );
}

function Released({ screen, released }: RuleProps) {
  const { t } = screen;
  return (
    <section>
      <h3>{t('standing.went')}</h3>
      <Table
        screen={screen}
        caption={t('standing.went')}
        empty={t('standing.wentNone')}
        rows={released.items}
        columns={[
          {
            name: t('standing.item'),
            cell: ({ type, item, title }) => (
              <a href={pathOfItem(type, item)}>
                <UserText text={title} />
              </a>
            ),
          },
          { name: t('standing.version'), cell: ({ version }) => version },
          { name: t('standing.label'), cell: ({ tlp }) => <TlpLabel label={tlp} /> },
          { name: t('standing.by'), cell: ({ done_by: by }) => <UserText text={by} /> },
          { name: t('standing.at'), cell: ({ released_at: at }) => <Instant screen={screen} at={at} /> },
        ]}
      />
      <Pager screen={screen} next={released.next} />
    </section>
  );
}
