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

/** By which it goes encrypted; what is spoken is not known to. */
const ENCRYPTED = ['portal', 'rest', 'csaf', 'taxii', 'misp', 'mail'];

/** How it may be asked for: by these channels, encrypted where that is asked for, and for these purposes where one is stated. */
export function asked({ channels, obligations }: GrantFacts): string {
  const { permitted_purposes: purposes, encryption_in_transit: encryption } = obligations;
  const among = (values: readonly string[] | undefined, attribute: string) =>
    values === undefined
      ? 'true'
      : `(!(context has ${attribute}) || ${text(values)}.contains(context.${attribute}))`;
  return all(
    among(channels === 'any' ? undefined : channels, 'channel'),
    among(encryption === 'must' ? ENCRYPTED : undefined, 'channel'),
    among(purposes, 'purpose'),
  );
}
