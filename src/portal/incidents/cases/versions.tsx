import { Facts } from '../../frame/facts';
import { Instant } from '../../frame/time';
import { UserLines, UserText } from '../../frame/user-text';
import { listOf } from '../../frame/listed';
import type { Screen } from '../../screen/screen';
import type { OwnIncident } from '../incident';
import { audienceFacts, labelFacts } from './case-markings';
import { PartsTable } from './parts-table';

/** All versions, the latest first, each to be unfolded. */
export function Versions({ screen, incident }: { screen: Screen; incident: OwnIncident }) {
  const { t } = screen;
  const releases = new Map(incident.releases.map((release) => [release.version, release]));
  return (
    <>
      {incident.versions.toReversed().map((version) => {
        const release = releases.get(version.version);
        return (
          <details class="case-version">
            <summary>
              {t('cases.version', { version: version.version })} ·{' '}
              <Instant screen={screen} at={version.created_at} /> ·{' '}
              <UserText text={version.created_by.name} />
              {release && (
                <>
                  {' '}
                  <span class="badge bg-green-lt">{t('cases.released')}</span>
                </>
              )}
            </summary>
            <h4>
              <UserText text={version.title} />
            </h4>
            <Facts
              facts={[
                [
                  t('cases.authors'),
                  <UserText
                    text={listOf(
                      screen,
                      version.authors.map(({ name }) => name),
                    )}
                  />,
                ],
                [
                  t('cases.releasedAt'),
                  release && (
                    <>
                      <Instant screen={screen} at={release.released_at} /> ·{' '}
                      <UserText text={release.released_by.name} />
                    </>
                  ),
                ],
                ...labelFacts(screen, version.handling),
                ...audienceFacts(screen, version),
              ]}
            />
            <UserLines text={version.summary} />
            {version.details && <UserLines text={version.details} />}
            {version.parts.length > 0 && <PartsTable screen={screen} parts={version.parts} />}
          </details>
        );
      })}
    </>
  );
}
