/** What the log says of an error: enough to find the place, nothing of what was being handled. */
export interface FaultDescription {
  type: string;
  code?: string;
  constraint?: string;
  table?: string;
  frames: string[];
  cause?: FaultDescription;
}

const FRAMES = 12;
const aName = /^[\w./-]{1,80}$/;
const aFrame = /^\s+at .*:\d+:\d+\)?$/;

/** A name out of an error, if it is nothing but a name. */
const named = (value: unknown): string | undefined =>
  typeof value === 'string' && aName.test(value) ? value : undefined;

/** Where the error was thrown. The message is cut away first: it may hold lines that look like frames. */
function framesOf({ stack = '', message }: Error): string[] {
  const begin = message ? stack.indexOf(message) + message.length : 0;
  return stack
    .slice(begin)
    .split('\n')
    .filter((line) => aFrame.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim());
}

/**
 * Describes an error for the log. Messages are left out, since they quote what was handled: a parser's the body,
 * the database's the value of a row, TypeORM's the parameters of the statement.
 */
export function describeFault(error: unknown, depth = 0): FaultDescription {
  if (!(error instanceof Error)) return { type: typeof error, frames: [] };
  const { code, constraint, table } = error as Error & Record<string, unknown>;
  return {
    type: named(error.constructor.name) ?? 'Error',
    code: named(code),
    constraint: named(constraint),
    table: named(table),
    frames: framesOf(error),
    ...(error.cause && depth < 3 ? { cause: describeFault(error.cause, depth + 1) } : {}),
  };
}
