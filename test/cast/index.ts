export * from '../../src/cli/demo/cast';
export { BEGINNING, SettableClock } from './clock';
export { type Asker, everyone, expectedRefusal, isTurnOf } from './everyone';
export { addedToHouseLog, type HouseEntry, houseLog } from './house-log';
export { PASSWORD } from './password';
export { BEGIN_SESSION } from './signed-in';
export { type Caller, REQUEST_ID, startWorld, type World, type WorldOptions } from './world';
