import { Indicator } from '../../frame/indicator';
import { type Column, Table } from '../../frame/table';
import { inWords } from '../../frame/terms';
import { PapLabel, TlpLabel } from '../../frame/tlp';
import { UserLines, UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { Part, SharedIncident } from '../incident';

type AnyPart = Part | SharedIncident['parts'][number];

/** Parts with their markings; what has none of its own is marked as the incident is. */
export function PartsTable({ screen, parts }: { screen: Screen; parts: readonly AnyPart[] }) {
  const { t } = screen;
  const columns: Column<AnyPart>[] = [
    { name: t('cases.partKind'), cell: ({ kind }) => inWords(screen, 'part', kind) },
    { name: t('incidents.title'), cell: ({ title }) => <UserText text={title} /> },
    {
      name: t('cases.partText'),
      cell: ({ kind, text }) =>
        kind === 'indicator' ? <Indicator screen={screen} text={text} /> : <UserLines text={text} />,
    },
    {
      name: t('cases.markings'),
      cell: ({ kind, tlp, pap, information_type: type, tags, ...more }) => (
        <div class="markings">
          {tlp && <TlpLabel label={tlp} />}
          {pap && <PapLabel label={pap} />}
          {type && type !== kind && (
            <span class="badge bg-secondary-lt">{inWords(screen, 'type', type)}</span>
          )}
          {tags.map((tag) => (
            <span class="badge bg-purple-lt">{inWords(screen, 'tag', tag)}</span>
          ))}
          {'victim' in more && more.victim && <UserText text={more.victim} />}
          {!tlp && !pap && tags.length === 0 && t('cases.asTheCase')}
        </div>
      ),
    },
  ];
  return (
    <Table
      screen={screen}
      caption={t('cases.parts')}
      columns={columns}
      rows={parts}
      empty={t('cases.noParts')}
    />
  );
}
