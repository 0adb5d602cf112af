import { stringify } from 'csv-stringify/sync';
import type { KeptSidesView, OwedCountView } from './kept.view';
import type { FlowReportView, AgreementReportView, RequestReportView } from './report.view';

type Row = [section: string, of: string, name: string, count: number | string];

const owed = (section: string, all: readonly OwedCountView[]): Row[] =>
  all.flatMap(({ kind, next_due, ...counts }): Row[] => [
    ...Object.entries(counts).map(([name, count]): Row => [section, kind, name, count]),
    ...(next_due === null ? [] : [[section, kind, 'next_due', next_due] as Row]),
  ]);

const service = (of: string, { ours, theirs }: KeptSidesView): Row[] =>
  Object.entries({ ours, theirs }).flatMap(([side, sums]) =>
    Object.entries(sums).flatMap(([name, count]: [string, number | null]): Row[] =>
      count === null ? [] : [[`service_${side}`, of, name, count]],
    ),
  );

const flow = (section: string, said: FlowReportView): Row[] => [
  [section, 'all', '', said.versions],
  ...(['months', 'labels', 'types', 'categories'] as const).flatMap((of) =>
    said[of].map(({ name, versions }): Row => [section, of, name, versions]),
  ),
  [section, 'acknowledged', '', said.acknowledged],
  ...(said.median_hours === null ? [] : [[section, 'median_hours', '', said.median_hours] as Row]),
];

const requests = (section: string, said: RequestReportView): Row[] => [
  [section, 'asked', '', said.asked],
  ...(said.answered === null ? [] : [[section, 'answered', '', said.answered] as Row]),
  [section, 'refused', '', said.refused],
  [section, 'closed', '', said.closed],
  ...(said.median_hours === null ? [] : [[section, 'median_hours', '', said.median_hours] as Row]),
  ...said.refusals.map(({ name, requests: count }): Row => [section, 'refusals', name, count]),
];

/** A report as CSV (RFC 4180) with a header, one count a line, or the instant at which something is due next. Cells that a spreadsheet would take for a formula are escaped. */
export function reportCsv(report: AgreementReportView): string {
  const { contacts } = report;
  const rows: Row[] = [
    ...flow('shared', report.shared),
    ...flow('received', report.received),
    ...requests('requests_sent', report.requests_sent),
    ...requests('requests_received', report.requests_received),
    ...report.activities.map(({ kind, state, activities }): Row => ['activities', state, kind, activities]),
    ...(contacts
      ? (['ours', 'theirs'] as const).flatMap((side): Row[] => [
          ['contacts', side, 'contacts', contacts[side].contacts],
          ['contacts', side, 'due', contacts[side].due],
        ])
      : []),
    ...owed('obligations_ours', report.obligations.ours),
    ...owed('obligations_theirs', report.obligations.theirs),
    ...service('acknowledge', report.service.acknowledge),
    ...service('respond', report.service.respond),
  ];
  const { agreement, organization, counterpart, from, until, at } = report;
  const same = [agreement, organization, counterpart, from, until, at];
  return stringify(
    rows.map((row) => [...same, ...row]),
    {
      header: true,
      columns: [
        'agreement',
        'organization',
        'counterpart',
        'from',
        'until',
        'at',
        'section',
        'of',
        'name',
        'count',
      ],
      escape_formulas: true,
      record_delimiter: 'windows',
    },
  );
}
