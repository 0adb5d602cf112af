import type { ComponentChildren } from 'preact';
import { Indicator } from '../../frame/indicator';
import { inWords } from '../../frame/terms';
import { PapLabel, TlpLabel } from '../../frame/tlp';
import { UserLines, UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { SharedAdvisory, Version } from '../advisory';

type Part = SharedAdvisory['parts'][number] | Version['parts'][number];

/** The parts of an advisory with their own markings; a part without one is marked as the advisory is. */
export function Parts({
  screen,
  parts,
  label,
  became,
}: {
  screen: Screen;
  parts: readonly Part[];
  /** The label of the advisory. */
  label: string | null;
  /** What is to be said of a part besides. */
  became?: (part: Part) => ComponentChildren;
}) {
  const { t } = screen;
  if (parts.length === 0) return null;
  return (
    <section>
      <h3>{t('advisories.parts')}</h3>
      <p class="text-secondary">{t('advisories.partsHelp')}</p>
      {parts.map((part) => (
        <article class="part">
          <h4>
            {(part.tlp ?? label) && <TlpLabel label={part.tlp ?? label!} />}{' '}
            {part.pap && <PapLabel label={part.pap} />} <UserText text={part.title} />
          </h4>
          <p class="text-secondary">
            {inWords(screen, 'part', part.kind)}
            {part.information_type && ` · ${inWords(screen, 'type', part.information_type)}`}
            {part.tags.map((tag) => ` · ${inWords(screen, 'tag', tag)}`)}
            {'victim' in part && part.victim && (
              <>
                {' · '}
                <UserText text={part.victim} />
              </>
            )}
          </p>
          {part.kind === 'indicator' ? (
            part.text
              .split('\n')
              .map((line) => line.trim() && <Indicator screen={screen} text={line.trim()} />)
          ) : (
            <UserLines text={part.text} />
          )}
          {became?.(part)}
        </article>
      ))}
    </section>
  );
}
