import { WhyRefused } from '../advisories/leaving/problem';
import { type Effect, EffectOn } from '../advisories/leaving/effect';
import type { Leaving } from '../emergencies/leaving';
import { Select } from '../frame/choices';
import { ActForm } from '../frame/field';
import { pathOfItem } from '../frame/item-path';
import { Page } from '../frame/page';
import { TlpLabel } from '../frame/tlp';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import { pathOfReleasingUnderRule, type StandingRule } from './standing-rule';

/** The choice of a standing rule, whom a release under it reaches, and then the button. */
export function UnderRulePage({
  screen,
  of,
  rules,
  chosen,
  effect,
  refused,
}: {
  screen: Screen;
  of: Leaving;
  rules: readonly StandingRule[];
  chosen: string | undefined;
  /** What it would bring about under the rule that is chosen; absent where that is refused. */
  effect: Effect | undefined;
  refused: ApiRefused | undefined;
}) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('standing.release')} labels={[of.tlp, ...of.parts.map(({ tlp }) => tlp)]}>
      <h2>
        <a href={pathOfItem(of.kind, of.id)}>
          <UserText text={of.title} />
        </a>
      </h2>
      {of.tlp && (
        <p>
          <TlpLabel label={of.tlp} />
        </p>
      )}
      <p class="alert alert-info">{t('standing.help')}</p>
      {refused && <WhyRefused {...{ screen, refused }} />}
      {rules.length === 0 && (
        <p class="empty-list">
          {t('standing.noneInForce')} <a href="/portal/standing-rules">{t('standing.title')}</a>
        </p>
      )}
      {rules.length > 0 && (
        <ActForm screen={screen} action={pathOfReleasingUnderRule(of.kind, of.id)}>
          <input type="hidden" name="version" value={of.version} />
          <Select
            {...{ screen, refused, name: 'rule', label: t('standing.rule'), required: true }}
            choices={rules.map(({ id, name, tlp_up_to: upTo, last_day: last, per_day: perDay }) => ({
              value: id,
              name: `${name} · TLP:${upTo} · ${last}/${perDay}`,
            }))}
            chosen={chosen}
          />
          {effect && (
            <section class="card card-body mb-3" role="status">
              <h3>{t('standing.reaches')}</h3>
              <EffectOn {...{ screen, effect }} />
            </section>
          )}
          <div class="form-buttons">
            <button class="btn" name="act" value="look">
              {t('standing.look')}
            </button>
            {effect && (
              <button class="btn btn-primary" name="act" value="release">
                {t('standing.release')}
              </button>
            )}
            <a class="btn" href={pathOfItem(of.kind, of.id)}>
              {t('frame.cancel')}
            </a>
          </div>
        </ActForm>
      )}
    </Page>
  );
}
