import { applyDecorators, type ExecutionContext, SetMetadata, type Type } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { Refusal } from '../refusal';

const VERSIONED = 'accord:versioned';

/** A thing that changes: how its caller reads it, and what of the reading is the thing itself. */
export interface Versioned {
  /** Its kind, as the lock of its changes names it. */
  kind: string;
  /** The parameter of the path that names it. */
  named: string;
  reader: Type<unknown>;
  read: (reader: unknown, name: string) => Promise<object>;
  stable: (view: object) => object;
  confidential: boolean;
}

/** What is not said of every thing. */
export interface VersionedOptions<View> {
  /** Leaves out what differs with each reading, as the instant of it. */
  stable?: (view: View) => object;
  /** Whether it may lie in the caller's own cache. */
  confidential?: boolean;
}

/**
 * Says that a route reads or changes a thing that has entity tags: reading answers `ETag`, and 304 to who holds that
 * very state; a change honours `If-Match`. For methods and for whole controllers.
 * @param reader what reads the thing; both routes have to answer exactly what it answers
 * @param read reads it as the caller may, or throws the refusal that the caller gets
 */
export function versioned<Reader, View extends object>(
  kind: string,
  named: string,
  reader: Type<Reader>,
  read: (reader: Reader, name: string) => Promise<View>,
  { stable = (view) => view, confidential = true }: VersionedOptions<View> = {},
): MethodDecorator & ClassDecorator {
  const value = { kind, named, reader, read, stable, confidential };
  return applyDecorators(SetMetadata(VERSIONED, value), ApiExtension('x-versioned', true));
}

/** The thing that a route is about, if it has entity tags. */
export const versionedOf = (context: ExecutionContext): Versioned | undefined =>
  (Reflect.getMetadata(VERSIONED, context.getHandler()) ??
    Reflect.getMetadata(VERSIONED, context.getClass())) as Versioned | undefined;

/** The refusal of a condition by a route whose change depends on no version: a condition is never ignored. */
export function conditionNotOffered(): Refusal {
  const detail = 'What this route does depends on no version, so If-Match cannot be checked.';
  return new Refusal('precondition/not-offered', 412, detail);
}
