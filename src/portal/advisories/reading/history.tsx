import { Table } from '../../frame/table';
import { Instant } from '../../frame/time';
import { TlpLabel } from '../../frame/tlp';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import { nameOf, type OwnAdvisory, pageOf, type Version } from '../advisory';

/** Every version, the newest first: who wrote it, when it went out, and how it differs from the one before. */
export function History({ screen, advisory }: { screen: Screen; advisory: OwnAdvisory }) {
  const { t } = screen;
  const { id, releases } = advisory;
  const columns = [
    { name: t('advisories.versionField'), cell: ({ version }: Version) => version },
    {
      name: t('advisories.labels'),
      cell: ({ handling }: Version) =>
        handling.tlp ? <TlpLabel label={handling.tlp} /> : t('advisories.unlabelled'),
    },
    {
      name: t('advisories.made'),
      cell: ({ created_at, authors }: Version) => (
        <>
          <Instant screen={screen} at={created_at} />{' '}
          {authors.map((author) => (
            <span class="d-block">
              <UserText text={nameOf(advisory, author)} />
            </span>
          ))}
        </>
      ),
    },
    {
      name: t('advisories.released'),
      cell: ({ version }: Version) => {
        const release = releases.find((one) => one.version === version);
        if (!release) return '–';
        const name = nameOf(advisory, release.released_by);
        return (
          <>
            <Instant screen={screen} at={release.released_at} />
            <span class="d-block">
              {t(release.public ? 'advisories.toAll' : 'advisories.toTeams', { name })}
            </span>
          </>
        );
      },
    },
    {
      name: t('advisories.difference'),
      cell: ({ version }: Version) =>
        version > 1 && (
          <a href={`${pageOf(id, 'compare')}?from=${version - 1}&to=${version}`}>
            {t('advisories.compareWith', { from: version - 1, to: version })}
          </a>
        ),
    },
  ];
  return (
    <section>
      <h3>{t('advisories.versions')}</h3>
      <Table
        {...{ screen, columns, rows: advisory.versions.toReversed(), caption: t('advisories.versions') }}
      />
    </section>
  );
}
