import { applyDecorators, type ExecutionContext, SetMetadata, type Type } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { Refusal } from '../refusal';

const VERSIONED = 'accord:versioned';

/** A thing that changes: how its caller reads it, and what of the reading is the thing itself. */
export interface VersionedThing<Reader, View extends object> {
  /** Its kind, as the lock of its changes names it. */
  kind: string;
  /** The parameters of the path that name it. */
  named: readonly string[];
  /** What reads the thing; the routes that read and change it have to answer exactly what it answers. */
  reader: Type<Reader>;
  /** Reads it as the caller may, or throws the refusal that the caller gets. */
  read: (reader: Reader, ...names: string[]) => Promise<View>;
  /** Leaves out what differs with each reading, as the instant of it. */
  stable?: (view: View) => object;
  /** Whether it may lie in no cache, the caller's own included; it may not unless said. */
  confidential?: boolean;
  /** Whether a change answers something else than the thing, as its successor. */
  answersAnother?: boolean;
}
export type Versioned = Required<VersionedThing<unknown, object>>;

/**
 * Says that a route reads or changes a thing that has entity tags: reading answers `ETag`, and 304 to who holds that
 * very state; a change honours `If-Match`. For methods and for whole controllers.
 */
export function versioned<Reader, View extends object>(
  thing: VersionedThing<Reader, View>,
): MethodDecorator & ClassDecorator {
  const value = { stable: (view: View) => view, confidential: true, answersAnother: false, ...thing };
  const says = value.answersAnother ? 'x-conditional' : 'x-versioned';
  return applyDecorators(SetMetadata(VERSIONED, value), ApiExtension(says, true));
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
