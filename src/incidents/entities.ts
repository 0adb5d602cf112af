import { CaseNoteRow } from './cases/case-note.entity';
import { ReportAnswerRow, ReportCaseRow, ReportRow } from './reports/report.entity';

/** The tables of this capability, for the data source and the comparison with the migrated schema. */
export const incidentEntities = [ReportRow, ReportCaseRow, ReportAnswerRow, CaseNoteRow];
