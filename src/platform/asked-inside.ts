import type { Request } from 'express';
import type { Duplex } from 'node:stream';

const inside = new WeakSet<object>();

/** Marks a connection that this process makes to itself: the portal asks the web API for a person whom it serves. */
export function markInside(connection: Duplex): void {
  inside.add(connection);
}

/** Whether a request comes from this process: its address was counted when the page was asked for. */
export const isAskedInside = ({ socket }: Request): boolean => inside.has(socket);
