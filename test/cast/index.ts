export * from '../../src/cli/demo/cast';
export { BEGINNING, SettableClock } from './clock';
export { type Caller, startWorld, type World, type WorldOptions } from './world';
