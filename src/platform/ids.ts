import { v7 } from 'uuid';

/** A new internal id (UUIDv7). It tells when it was made, so it never leaves the originator's side. */
export const newId = (): string => v7();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => UUID.test(text);
