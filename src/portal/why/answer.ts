import type { components } from '../../../docs/openapi';

type Schemas = components['schemas'];
export type Replay = Schemas['ReplayView'];
/** An answer as things are now, or as they stood at an instant. */
export type Answer = Schemas['DecisionView'] & Partial<Pick<Replay, 'recorded' | 'differences'>>;
export type Basis = Answer['bases'][number];
