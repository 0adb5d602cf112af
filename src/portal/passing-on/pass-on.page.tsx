import type { components } from '../../../docs/openapi';
import { Boxes, type Choice, Select } from '../frame/choices';
import { ActForm, FormFault } from '../frame/field';
import { Page } from '../frame/page';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';

export type PassingReport = components['schemas']['PassingReport'];

/** Passes something received on to constituents, after it was shown what becomes of each. */
export function PassOnPage({
  screen,
  item,
  chosen,
  constituents,
  received,
  looked,
  refused,
}: {
  screen: Screen;
  item: string;
  chosen: readonly string[];
  constituents: readonly Choice[];
  /** What can be passed on, with the labels under which it came. */
  received: readonly (Choice & { readonly tlp: string | null })[];
  /** What would become of each, before it is done. */
  looked?: PassingReport | undefined;
  refused?: ApiRefused | undefined;
}) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('passing.title')} labels={received.map(({ tlp }) => tlp)}>
      <p>{t('passing.about')}</p>
      <FormFault {...{ screen, refused }} />
      {constituents.length === 0 && <p class="empty-list">{t('passing.noConstituents')}</p>}
      {looked && <Outcomes {...{ screen, looked, item }} />}
      <ActForm screen={screen} action="/portal/passing-on/new">
        <Select
          {...{ screen, refused, name: 'item', label: t('passing.item'), required: true }}
          choices={received}
          chosen={item}
        />
        <Boxes
          {...{ screen, refused, name: 'to', label: t('passing.choose'), chosen }}
          choices={constituents}
        />
        <div class="form-buttons">
          {looked && looked.passed_on > 0 && (
            <button class="btn btn-primary" name="act" value="pass">
              {t('passing.now')}
            </button>
          )}
          <button class="btn" name="act" value="look">
            {t('passing.look')}
          </button>
          <a class="btn" href="/portal/passing-on">
            {t('frame.cancel')}
          </a>
        </div>
      </ActForm>
    </Page>
  );
}

function Outcomes({ screen, looked, item }: { screen: Screen; looked: PassingReport; item: string }) {
  const { t } = screen;
  return (
    <section class="card card-body mb-3" role="status">
      <ul>
        {looked.results.map(({ to, outcome, problem }) => (
          <li>
            {t(`passing.outcome_${outcome}`, { team: to })} {problem && <bdi>{problem.detail}</bdi>}
          </li>
        ))}
      </ul>
      {looked.results.some(({ problem }) => problem?.rule === 'D-20') && (
        <p>
          <a href={`/portal/consents/new?scope=constituents&item=${encodeURIComponent(item)}`}>
            {t('passing.askConsent')}
          </a>
        </p>
      )}
    </section>
  );
}
