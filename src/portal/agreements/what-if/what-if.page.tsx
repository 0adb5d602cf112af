import { FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import type { WhatIfQuery } from '../steps/steps';
import { withQuery } from './asked';
import type { Effect } from './effect';
import { EffectView } from './effect-view';
import { WhatIfForm, type WhatIfFormProps } from './what-if-form';

/** What a step would change, before and after: the question, the picture, and the ways to the lists behind it. */
export function WhatIfPage(
  props: WhatIfFormProps & { asked: WhatIfQuery | undefined; effect: Effect | undefined },
) {
  const { screen, asked, effect, nameOf, refused } = props;
  const { t, query } = screen;
  const kept = { ...query, told: undefined, cursor: undefined };
  return (
    <Page screen={screen} title={t('steps.whatIf')}>
      <p class="text-secondary">{t('steps.whatIfHelp')}</p>
      {asked && effect && (
        <section>
          <h2>
            {t(`steps.whatIf_${asked.step}`)}
            {asked.agreement && (
              <>
                : <bdi dir="ltr">{asked.agreement}</bdi>
              </>
            )}
          </h2>
          <EffectView
            screen={screen}
            effect={effect}
            nameOf={nameOf}
            itemsOf={(team, change) =>
              withQuery('/portal/agreements/what-if/items', { ...kept, team, change })
            }
          />
          <p class="buttons">
            <a class="btn" href={withQuery('/portal/agreements/what-if/items', kept)}>
              {t('steps.items')}
            </a>
            <a class="btn" href={withQuery('/portal/agreements/what-if/csv', kept)} download>
              {t('steps.csv')}
            </a>
          </p>
        </section>
      )}
      <FormFault screen={screen} refused={refused} />
      <WhatIfForm {...props} />
    </Page>
  );
}
