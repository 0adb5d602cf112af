import { KeepStandingRules } from './keep-standing-rules';
import { ReleaseUnderRule } from './release-under-rule';
import { StandingRulesStore } from './standing-rules.store';

/** What standing rules hang on. */
export const standingProviders = [KeepStandingRules, ReleaseUnderRule, StandingRulesStore];
