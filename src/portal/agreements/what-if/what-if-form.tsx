import { Field } from '../../frame/field';
import { LocalTimeField } from '../../frame/local-time-field';
import { INFORMATION_TYPES, inWords } from '../../frame/terms';
import { type Screen, standingOf } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import type { Pause } from '../agreement';
import { scopeOf } from '../pauses/pauses';
import { TAKES, WHAT_IF_STEPS, type WhatIfStep } from './asked';

type Parameter = (typeof TAKES)[WhatIfStep][number];

export interface WhatIfFormProps {
  readonly screen: Screen;
  readonly pauses: readonly Pause[];
  readonly nameOf: (handle: string) => string;
  readonly refused: ApiRefused | undefined;
}

/** What is supposed. Everything stays in the address, so that a question can be kept and sent on. */
export function WhatIfForm({ screen, pauses, nameOf, refused }: WhatIfFormProps) {
  const { t, query, me, zone } = screen;
  const { agreements, directions } = standingOf(screen);
  const hint = (name: Parameter) =>
    t('steps.onlyFor', {
      steps: WHAT_IF_STEPS.filter((step) => (TAKES[step] as readonly string[]).includes(name))
        .map((step) => t(`steps.whatIf_${step}`))
        .join(' · '),
    });
  const teams = [...new Set((directions ?? []).map(({ counterpart }) => counterpart))];
  const sides = me ? [me.organization.handle, ...teams] : teams;
  const choice = (name: Parameter, label: string, options: readonly (readonly [string, string])[]) => (
    <Field
      {...{ screen, refused, name, label, hint: hint(name) }}
      control={(tied) => (
        <select {...tied} class="form-select">
          <option value="" />
          {options.map(([value, text]) => (
            <option value={value} selected={query[name] === value}>
              {text}
            </option>
          ))}
        </select>
      )}
    />
  );
  return (
    <form method="get" action="/portal/agreements/what-if" class="card card-body what-if">
      <Field
        {...{ screen, refused, name: 'step', label: t('steps.whatIfStep'), required: true }}
        control={(tied) => (
          <select {...tied} class="form-select">
            {WHAT_IF_STEPS.map((step) => (
              <option value={step} selected={query.step === step}>
                {t(`steps.whatIf_${step}`)}
              </option>
            ))}
          </select>
        )}
      />
      {choice(
        'agreement',
        t('agreements.one'),
        (agreements ?? []).map(({ reference }) => [reference, reference]),
      )}
      <Field
        {...{ screen, refused, name: 'terms', label: t('steps.termsNumber'), hint: hint('terms') }}
        control={(tied) => <input {...tied} inputMode="numeric" dir="ltr" value={query.terms} />}
      />
      {choice(
        'from',
        t('steps.from'),
        sides.map((handle) => [handle, nameOf(handle)]),
      )}
      {choice(
        'to',
        t('steps.to'),
        sides.map((handle) => [handle, nameOf(handle)]),
      )}
      {choice(
        'information_types',
        t('steps.onlyType'),
        INFORMATION_TYPES.map((type) => [type, inWords(screen, 'type', type)]),
      )}
      {choice(
        'pause',
        t('steps.pause'),
        pauses.map((pause) => [
          pause.id,
          `${t(`agreements.pauseKind_${pause.kind}`)}: ${scopeOf(screen, pause, nameOf)}`,
        ]),
      )}
      <LocalTimeField
        {...{ screen, refused, name: 'at', label: t('steps.at') }}
        hint={`${t('steps.zoneHint', { zone })} ${hint('at')}`}
        value={query.at}
      />
      <div class="form-buttons">
        <button class="btn btn-primary">{t('steps.ask')}</button>
      </div>
    </form>
  );
}
