import { TLP_ORDER, type Tlp, TlpLabel, PapLabel } from '../frame/tlp';
import { typesInWords } from '../agreements/pauses/pauses';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import type { Direction } from './partners';

type Type = Direction['information_types'][number]['type'];

/** Information types by the label up to which they may be told, the narrowest first. */
const byCeiling = (information_types: Direction['information_types']): [Tlp, Type[]][] =>
  TLP_ORDER.toReversed()
    .map((label): [Tlp, Type[]] => [
      label,
      information_types.filter(({ tlp_ceiling }) => tlp_ceiling === label).map(({ type }) => type),
    ])
    .filter(([, types]) => types.length > 0);

/** What may be told to a partner now and up to which label, as sentences, with the clause behind them. */
export function WhatMayBeTold({ screen, direction }: { screen: Screen; direction: Direction }) {
  const { t } = screen;
  const { channels, agreement, clause, until, pap_ceiling } = direction;
  const suspended = suspendedTypes(direction);
  const open = direction.information_types.filter(({ type }) => !suspended.includes(type));
  const spoken = channels === 'any' || channels.includes('voice');
  const bySpeaking =
    direction.encryption_in_transit === 'must' ? t('callAndStop.byEncryptedVoice') : t('callAndStop.byVoice');
  return (
    <div class="may-be-told">
      {direction.paused && <p class="alert alert-danger">{t('callAndStop.nothingNow')}</p>}
      <ul>
        {byCeiling(direction.paused ? direction.information_types : open).map(([label, types]) => (
          <li>
            <TlpLabel label={label} /> {t('callAndStop.upTo', { types: typesInWords(screen, types) })}
            {label === 'RED' && <> {t('callAndStop.redByName')}</>}
          </li>
        ))}
        {!direction.paused && suspended.length > 0 && (
          <li>
            <strong>{t('callAndStop.suspendedTypes', { types: typesInWords(screen, suspended) })}</strong>
          </li>
        )}
        <li>{spoken ? bySpeaking : t('callAndStop.notByVoice')}</li>
        {direction.need === 'on_request' && <li>{t('callAndStop.onRequest')}</li>}
        {narrowed(direction) && <li>{t('callAndStop.narrowed')}</li>}
        {pap_ceiling !== 'any' && (
          <li>
            <PapLabel label={pap_ceiling} /> {t('callAndStop.papUpTo')}
          </li>
        )}
      </ul>
      <p class="text-secondary">
        <a href={`/portal/agreements/${agreement}`}>
          <UserText text={agreement} />
        </a>{' '}
        · <UserText text={clause} />
        {until && (
          <>
            {' '}
            · {t('callAndStop.until')} <Instant screen={screen} at={until} />
          </>
        )}
      </p>
    </div>
  );
}

/** Of which types alone nothing goes now; what has a part of one of them does not go either. */
const suspendedTypes = ({ pauses }: Direction): Type[] => [
  ...new Set(pauses.flatMap(({ information_types }) => information_types ?? [])),
];

/** Whether conditions stand in the terms that these sentences leave to the agreement's page. */
const narrowed = ({ categories, sectors, severity, nexus }: Direction): boolean =>
  [categories, sectors, severity, nexus].some((term) => term !== 'any');
