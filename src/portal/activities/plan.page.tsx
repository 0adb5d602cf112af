import { Boxes, Select } from '../frame/choices';
import { ActForm, Field, FormFault } from '../frame/field';
import { LocalTimeField } from '../frame/local-time-field';
import { Page } from '../frame/page';
import type { Agreement } from '../agreements/agreement';
import type { Form } from '../screen/screens';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import { ACTIVITIES, KINDS } from './activity';

interface PlanProps {
  screen: Screen;
  agreement: Agreement;
  sent?: Form | undefined;
  refused?: ApiRefused | undefined;
}

/** Planning an activity under an agreement: what, when on which clock, where, and who of the parties. */
export function PlanPage({ screen, agreement, sent, refused }: PlanProps) {
  const { t, me } = screen;
  const own = me?.organization.handle ?? '';
  const parties = agreement.parties.map(({ organization, name }) => ({ value: organization, name }));
  const place = `${ACTIVITIES}/plan?agreement=${encodeURIComponent(agreement.reference)}`;
  const chosen = (name: string, otherwise: readonly string[]) => (sent ? sent.list(name) : otherwise);
  const tied = { screen, refused };
  return (
    <Page screen={screen} title={t('activities.plan')}>
      <p>
        <bdi dir="ltr">{agreement.reference}</bdi> {t('activities.planHelp')}
      </p>
      <div class="narrow card card-body">
        <ActForm screen={screen} action={place}>
          <FormFault screen={screen} refused={refused} />
          <Select
            {...{ ...tied, name: 'kind', label: t('activities.kind'), required: true }}
            choices={KINDS.map((one) => ({ value: one, name: t(`activities.kind_${one}`) }))}
            chosen={sent?.text('kind')}
          />
          <Field
            {...{ ...tied, name: 'title', label: t('activities.what'), required: true }}
            control={(control) => (
              <input {...control} minLength={3} maxLength={200} dir="auto" value={sent?.text('title')} />
            )}
          />
          {(['starts_at', 'ends_at'] as const).map((name) => (
            <LocalTimeField
              {...{ ...tied, name, required: true, value: sent?.text(name) }}
              label={t(name === 'starts_at' ? 'activities.begins' : 'activities.ends')}
              hint={t('activities.clockHint')}
            />
          ))}
          <Field
            {...{ ...tied, name: 'time_zone', label: t('activities.zone'), required: true }}
            hint={t('activities.zoneHint')}
            control={(control) => (
              <input {...control} maxLength={100} dir="ltr" value={sent?.text('time_zone') ?? screen.zone} />
            )}
          />
          <Field
            {...{ ...tied, name: 'place', label: t('activities.place') }}
            control={(control) => (
              <input {...control} maxLength={200} dir="auto" value={sent?.text('place')} />
            )}
          />
          <Boxes
            {...{ ...tied, name: 'organizers', label: t('activities.organizers'), choices: parties }}
            chosen={chosen('organizers', [own])}
          />
          <Boxes
            {...{ ...tied, name: 'participants', label: t('activities.participants'), choices: parties }}
            chosen={chosen('participants', [])}
          />
          <div class="buttons">
            <button class="btn btn-primary">{t('activities.plan')}</button>
            <a class="btn" href={ACTIVITIES}>
              {t('frame.cancel')}
            </a>
          </div>
        </ActForm>
      </div>
    </Page>
  );
}

/** Under which agreement it is to be planned. */
export function ChooseAgreementPage({
  screen,
  references,
}: {
  screen: Screen;
  references: readonly string[];
}) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('activities.plan')}>
      {references.length === 0 ? (
        <p class="empty-list">{t('activities.noAgreements')}</p>
      ) : (
        <form method="get" action={`${ACTIVITIES}/plan`} class="narrow card card-body">
          <Select
            {...{ screen, name: 'agreement', label: t('activities.agreement'), required: true }}
            choices={references.map((reference) => ({ value: reference, name: reference }))}
            chosen={undefined}
          />
          <button class="btn btn-primary">{t('activities.goOn')}</button>
        </form>
      )}
    </Page>
  );
}
