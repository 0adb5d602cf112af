import type { components } from '../../../../docs/openapi';
import { actionInWords, ruleInWords } from '../../frame/rule-words';
import { type Column, Table } from '../../frame/table';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { Part } from '../incident';

type Schemas = components['schemas'];
type Team = Schemas['TeamPreview'];
type Transformation = Team['transformations'][number];
type NearMiss = Schemas['NearMissView'];

/** Under what something goes, or just does not: agreement and clause. */
function Clause({ of }: { of: { agreement: string | null; clause: string | null } }) {
  return (
    <bdi>
      {of.agreement} {of.clause}
    </bdi>
  );
}

function Transformed({ screen, of, parts }: { screen: Screen; of: Transformation; parts: readonly Part[] }) {
  const part = parts.find(({ number }) => number === of.part);
  return (
    <li>
      {part && <UserText text={part.title} />} – {actionInWords(screen, of)}{' '}
      <span class="text-secondary">
        <bdi dir="ltr">{of.rule}</bdi> <Clause of={of} />
      </span>
    </li>
  );
}

function Near({ screen, miss }: { screen: Screen; miss: NearMiss }) {
  return (
    <>
      {screen.t('cases.nearMiss')} <Clause of={miss} />
      <ul class="reasons">
        {miss.forbidding.map((verdict) => (
          <li>
            <bdi dir="ltr">{verdict.rule}</bdi> {ruleInWords(screen, verdict)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Of a case marked RED: which of the people it names would get it. */
function Named({ screen, team }: { screen: Screen; team: Team }) {
  return (
    <ul class="reasons">
      {team.named.map(({ name, released, near_miss: miss }) => (
        <li>
          <UserText text={name} /> – {screen.t(released ? 'cases.getsIt' : 'cases.getsNothing')}
          {miss && (
            <div>
              <Near screen={screen} miss={miss} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Who would get an item and under what, what of it is left out or replaced, and who just misses it. */
export function PreviewTable({
  screen,
  teams,
  parts,
}: {
  screen: Screen;
  teams: readonly Team[];
  parts: readonly Part[];
}) {
  const { t } = screen;
  const columns: Column<Team>[] = [
    {
      name: t('cases.team'),
      cell: ({ team }) => (team === 'public' ? t('cases.everybody') : <bdi>{team}</bdi>),
    },
    {
      name: t('cases.gets'),
      cell: ({ released }) => (
        <span class={`badge ${released ? 'bg-green-lt' : 'bg-secondary-lt'}`}>
          {t(released ? 'cases.getsIt' : 'cases.getsNothing')}
        </span>
      ),
    },
    {
      name: t('cases.under'),
      cell: (team) => (
        <>
          {team.cited?.agreement && <Clause of={team.cited} />}
          {team.near_miss && <Near screen={screen} miss={team.near_miss} />}
          {!team.released && !team.near_miss && team.named.length === 0 && t('cases.farFromIt')}
          {team.named.length > 0 && <Named screen={screen} team={team} />}
        </>
      ),
    },
    {
      name: t('cases.leftOut'),
      cell: ({ transformations, released }) =>
        transformations.length > 0 ? (
          <ul class="reasons">
            {transformations.map((one) => (
              <Transformed screen={screen} of={one} parts={parts} />
            ))}
          </ul>
        ) : (
          released && t('cases.nothingLeftOut')
        ),
    },
  ];
  const sorted = teams.toSorted((one, other) => Number(other.released) - Number(one.released));
  return (
    <Table
      screen={screen}
      caption={t('cases.preview')}
      columns={columns}
      rows={sorted}
      empty={t('cases.noTeams')}
    />
  );
}
