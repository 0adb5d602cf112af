import type { components } from '../../../../docs/openapi';
import { inZone } from '../../frame/time';
import type { Screen } from '../../screen/screen';
import type { Held } from './scale';
import { SuccessionPicture } from './picture';

type Transition = NonNullable<components['schemas']['SuccessionView']['transition']>;
export type Link = components['schemas']['SuccessionView'];

/** What lies between two agreements, as a sentence. */
export function transitionInWords(screen: Screen, { kind, from, until, days }: Transition): string {
  const { t } = screen;
  const told = {
    from: inZone(screen, from),
    until: until === null ? '' : inZone(screen, until),
    days: days ?? 0,
  };
  if (kind === 'overlap' && until === null) return t('succession.overlapOpen', told);
  return t(`succession.${kind}`, told);
}

/** What lies between a former agreement and a later one, in a sentence and as a picture. */
export function Between({
  screen,
  former,
  later,
  transition,
}: {
  screen: Screen;
  former: Held;
  later: Held;
  transition: Transition;
}) {
  return (
    <>
      <p class={transition.kind === 'gap' ? 'alert alert-warning' : undefined}>
        {transitionInWords(screen, transition)}
      </p>
      <SuccessionPicture {...{ screen, former, later, kind: transition.kind }} />
    </>
  );
}
