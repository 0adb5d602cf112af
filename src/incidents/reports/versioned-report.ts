import { versioned } from '../../platform/conditional/versioned';
import { ReadReports } from './read-reports';

/** On routes that read a report or answer it. */
export const VersionedReport = versioned({
  kind: 'report',
  named: ['id'],
  reader: ReadReports,
  read: (reports, id) => reports.show(id),
});
