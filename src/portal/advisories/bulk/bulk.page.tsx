import type { components } from '../../../../docs/openapi';
import { ActForm, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import { faultInWords } from '../../frame/fault.page';
import { TlpLabel } from '../../frame/tlp';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { pageOf } from '../advisory';
import { EffectOn } from '../leaving/effect';
import { ReasonField } from '../leaving/withdraw.page';

type Report = components['schemas']['BulkReport'];
export type Act = 'release' | 'withdraw';

/** One of many that were chosen, as the list had it. */
export interface Chosen {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly tlp: string | null;
}

/** What would become of each of many, before it is done; afterwards, what became of each. */
export function BulkPage({
  screen,
  act,
  chosen,
  report,
  done,
  refused,
  reason,
}: {
  screen: Screen;
  act: Act;
  chosen: readonly Chosen[];
  report: Report | undefined;
  /** Whether the report tells of what was done, and not only of what would be. */
  done: boolean;
  refused?: ApiRefused | undefined;
  reason?: string | undefined;
}) {
  const { t } = screen;
  const fit = report?.results.filter(({ outcome }) => outcome === 'done') ?? [];
  return (
    <Page screen={screen} title={t(`advisories.bulk_${act}`)} labels={chosen.map(({ tlp }) => tlp)}>
      <FormFault {...{ screen, refused }} />
      {chosen.length === 0 && <p class="empty-list">{t('advisories.noneChosen')}</p>}
      {report && (
        <>
          <p>
            {t(done ? 'advisories.bulkDone' : 'advisories.bulkWould', {
              done: report.done,
              refused: report.refused,
            })}
          </p>
          <ul>
            {report.results.map((result) => (
              <Outcome {...{ screen, result, done, one: chosen.find(({ id }) => id === result.id) }} />
            ))}
          </ul>
        </>
      )}
      {report?.effect && (
        <section>
          <h2>{t('advisories.affects')}</h2>
          <EffectOn {...{ screen, effect: report.effect }} />
        </section>
      )}
      {!done && fit.length > 0 && (
        <ActForm screen={screen} action={`/portal/advisories/bulk/${act}`}>
          {chosen
            .filter(({ id }) => fit.some((one) => one.id === id))
            .map(({ id, version }) => (
              <input type="hidden" name="item" value={`${id}:${version}`} />
            ))}
          {act === 'withdraw' && <ReasonField {...{ screen, refused, reason }} />}
          <button class={`btn ${act === 'withdraw' ? 'btn-danger' : 'btn-primary'}`} data-ctrl-enter>
            {t(act === 'release' ? 'advisories.releaseCount' : 'advisories.withdrawCount', {
              count: fit.length,
            })}
          </button>
        </ActForm>
      )}
      <p>
        <a href="/portal/advisories?scope=own">{t('advisories.backToList')}</a>
      </p>
    </Page>
  );
}

function Outcome({
  screen,
  result,
  done,
  one,
}: {
  screen: Screen;
  result: Report['results'][number];
  done: boolean;
  one: Chosen | undefined;
}) {
  const { t } = screen;
  const { id, outcome, problem } = result;
  const code = problem?.type.replace(/^.*\/problems\//, '') ?? '';
  return (
    <li>
      {one?.tlp && <TlpLabel label={one.tlp} />}{' '}
      <a href={pageOf(id)}>
        <UserText text={one?.title ?? id} />
      </a>
      :{' '}
      {outcome === 'done'
        ? t(done ? 'advisories.outcomeDone' : 'advisories.outcomeFit')
        : faultInWords(screen, code, problem?.detail)}
    </li>
  );
}
