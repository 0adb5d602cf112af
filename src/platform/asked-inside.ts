import { AsyncLocalStorage } from 'node:async_hooks';

const inside = new AsyncLocalStorage<true>();

/** Runs work whose requests come from this process itself: the portal asks the web API for a person whom it serves. */
export const askInside = <T>(work: () => Promise<T>): Promise<T> => inside.run(true, work);

/** Whether a request comes from this process: its address was counted when the page was asked for. */
export const isAskedInside = (): boolean => inside.getStore() === true;
