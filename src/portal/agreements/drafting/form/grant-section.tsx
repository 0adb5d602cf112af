import { CHAPTER_NAMES, CHAPTERS, type SentenceKind } from '../../sentences';
import { OwnFaults, RowButton, Term } from './draw';
import { type Drawing, filled, isRefused } from './drawing';
import type { GroupField, TermField } from './field';
import { GRANT } from './grant-terms';

/** Where a term of a grant is typed, and how: an obligation lies below `obligations`. */
function placeOf(name: string, kind: SentenceKind): { name: string; field: TermField } {
  const own = GRANT[kind];
  if (own) return { name: `${name}.${kind}`, field: own };
  const { fields } = GRANT.obligations as GroupField;
  return { name: `${name}.obligations.${kind}`, field: fields[kind]! };
}

/** A grant: between whom, by which clause, and its terms in the chapters in which they are read. */
export function GrantSection({
  drawing: outer,
  name,
  number,
}: {
  drawing: Drawing;
  name: string;
  number: number;
}) {
  const { t } = outer.screen;
  const nameOf = (end: 'from' | 'to') => {
    const [handle] = filled(outer, `${name}.${end}`);
    return (
      handle && (outer.teams.find(({ value }) => value === handle)?.name ?? outer.telling.nameOf(handle))
    );
  };
  const [from, to] = [nameOf('from'), nameOf('to')];
  const sides = { from: from ?? t('termFields.theGiver'), to: to ?? t('termFields.theReceiver') };
  const drawing = { ...outer, sides };
  const title = t('termFields.grantNumber', { number });
  return (
    <fieldset class="card card-body grant">
      <legend>{from && to ? `${title}: ${t('agreements.gives', sides)}` : title}</legend>
      <OwnFaults {...{ drawing, name }} />
      <div class="term-columns">
        {(['from', 'to', 'clause'] as const).map((key) => (
          <Term {...{ drawing, name: `${name}.${key}`, field: GRANT[key]! }} />
        ))}
      </div>
      {CHAPTER_NAMES.map((chapter) => {
        const places = CHAPTERS[chapter].map((kind) => placeOf(name, kind));
        return (
          <details
            class="chapter"
            open={chapter === 'goes' || places.some((place) => isRefused(drawing, place.name))}
          >
            <summary>{t(`agreements.chapter_${chapter}`, { to: sides.to })}</summary>
            <fieldset>
              <legend class="visually-hidden">{t(`agreements.chapter_${chapter}`, { to: sides.to })}</legend>
              {places.map((place) => (
                <Term {...{ drawing, ...place }} />
              ))}
            </fieldset>
          </details>
        );
      })}
      <Term {...{ drawing, name: `${name}.clauses`, field: GRANT.clauses! }} />
      <OwnFaults {...{ drawing, name: `${name}.obligations` }} />
      <div class="buttons">
        <RowButton drawing={drawing} act={`opposite ${name}`}>
          {t('termFields.addOpposite')}
        </RowButton>
        <RowButton drawing={drawing} act={`remove ${name}`}>
          {t('termFields.removeOne', { what: title })}
        </RowButton>
      </div>
    </fieldset>
  );
}
