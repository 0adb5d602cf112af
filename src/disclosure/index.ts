export {
  INFORMATION_TYPES,
  type InformationType,
  KINDS_WITH_GRANTS,
  RSIT,
  RSIT_CODES,
  SECTORS,
  SEVERITIES,
  type Severity,
  type Tlp,
  TLP_LABELS,
} from './rules/vocabulary';
