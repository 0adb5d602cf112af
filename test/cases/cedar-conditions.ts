import type { GrantFacts } from '../../src/disclosure/rules/question';
import { all, any, text } from './cedar-words';

/** Whether one of some spans of time is now. */
export const during = (spans: readonly { from: number; until: number | null }[]) =>
  any(
    ...spans.map(({ from, until }) =>
      all(`context.now >= ${from}`, until === null ? 'true' : `context.now < ${until}`),
    ),
  );

/** Whether something is suspended or stopped: everything, or what is of these types. */
export const paused = (pauses: GrantFacts['pauses']) =>
  any(
    ...pauses.map((pause) =>
      all(
        during([pause]),
        pause.types === null
          ? 'true'
          : any('resource.typeUnknown', `${text(pause.types)}.containsAny(resource.types)`),
      ),
    ),
  );

/** How it may be asked for: by these channels, and for these purposes where one is stated. */
export function asked({ channels, obligations: { permitted_purposes: purposes } }: GrantFacts): string {
  const among = (values: readonly string[] | undefined, attribute: string) =>
    values === undefined
      ? 'true'
      : `(!(context has ${attribute}) || ${text(values)}.contains(context.${attribute}))`;
  return all(among(channels === 'any' ? undefined : channels, 'channel'), among(purposes, 'purpose'));
}
