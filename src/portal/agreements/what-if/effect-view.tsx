import type { ComponentChildren } from 'preact';
import { Table } from '../../frame/table';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import { type Effect, type TeamEffect, totals } from './effect';
import { EffectChart } from './effect-chart';

type Change = 'gains' | 'loses' | 'changes_basis';

/** Whom a step affects: in a sentence, as a picture, and as a table behind it. */
export function EffectView({
  screen,
  effect,
  nameOf,
  itemsOf,
}: {
  screen: Screen;
  effect: Effect;
  nameOf: (handle: string) => string;
  /** Where the items behind a number are listed. */
  itemsOf?: (team: string, change: Change) => string;
}) {
  const { t } = screen;
  const { teams, gains, loses } = totals(effect);
  const named = (handle: string) => (handle === 'public' ? t('steps.everybody') : nameOf(handle));
  const count = (number: number, team: string, change: Change): ComponentChildren =>
    number > 0 && itemsOf ? <a href={itemsOf(team, change)}>{number}</a> : number;
  return (
    <>
      <p>
        <strong>{teams === 0 ? t('steps.nobody') : t('steps.summary', { teams, gains, loses })}</strong>{' '}
        <span class="text-secondary">
          {t('steps.effectiveAt')} <Instant screen={screen} at={effect.at} />
        </span>
      </p>
      {effect.received.length > 0 && (
        <>
          <p>{t('steps.received')}</p>
          <ul>
            {effect.received.map(({ originator, loses: lost }) => (
              <li>{t('steps.receivedOf', { count: lost, from: nameOf(originator) })}</li>
            ))}
          </ul>
        </>
      )}
      {effect.teams.length > 0 && (
        <>
          <EffectChart screen={screen} effect={effect} nameOf={named} />
          <details open>
            <summary>{t('steps.asTable')}</summary>
            <Table
              screen={screen}
              caption={t('steps.affects')}
              rows={effect.teams}
              columns={[
                { name: t('steps.team'), cell: ({ team }: TeamEffect) => <UserText text={named(team)} /> },
                { name: t('steps.loses'), cell: ({ team, loses: n }) => count(n, team, 'loses') },
                { name: t('steps.gains'), cell: ({ team, gains: n }) => count(n, team, 'gains') },
                {
                  name: t('steps.changesBasis'),
                  cell: ({ team, changesBasis: n }) => count(n, team, 'changes_basis'),
                },
              ]}
            />
          </details>
        </>
      )}
    </>
  );
}
