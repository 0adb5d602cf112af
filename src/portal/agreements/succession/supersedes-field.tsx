import type { components } from '../../../../docs/openapi';
import { Select } from '../../frame/choices';
import type { Screen } from '../../screen/screen';
import type { Form } from '../../screen/screens';
import type { ApiRefused } from '../../web-api/refused';
import type { AgreementSummary } from '../agreement';

type Body = components['schemas']['SupersedesDto'];
const FORMER = ['ends', 'runs_out'] as const satisfies readonly Body['former'][];

/** The agreement that a draft supersedes, from a form. */
export function supersedesOf(form: Form): Body | undefined {
  const agreement = form.text('supersedes.agreement');
  if (agreement === undefined) return undefined;
  const former = FORMER.find((one) => one === form.text('supersedes.former')) ?? 'ends';
  return { agreement, former };
}

/** In place of which earlier agreement a draft comes, and what becomes of that. */
export function SupersedesField({
  screen,
  agreements,
  filled,
  refused,
}: {
  screen: Screen;
  agreements: readonly AgreementSummary[];
  filled: (name: string) => string | undefined;
  refused?: ApiRefused | undefined;
}) {
  const { t } = screen;
  return (
    <>
      <Select
        {...{ screen, refused, name: 'supersedes.agreement', label: t('succession.field') }}
        hint={t('succession.fieldHint')}
        none={t('succession.none')}
        chosen={filled('supersedes.agreement')}
        choices={agreements.map(({ reference, title }) => ({
          value: reference,
          name: `${reference} ${title}`,
        }))}
      />
      <Select
        {...{ screen, refused, name: 'supersedes.former', label: t('succession.formerField') }}
        chosen={filled('supersedes.former')}
        choices={FORMER.map((value) => ({ value, name: t(`succession.former_${value}`) }))}
      />
    </>
  );
}
