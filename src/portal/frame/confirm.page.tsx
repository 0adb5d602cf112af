import type { ComponentChildren } from 'preact';
import type { Screen } from '../screen/screen';
import { ActForm } from './field';
import { Page } from './page';

/** What an act has to have been asked before it is done. */
export const CONFIRMED = 'confirmed';

/** Says whom an act affects and what it does, and asks; the fields of the act go along. */
export function ConfirmPage({
  screen,
  title,
  action,
  fields = [],
  submit,
  back,
  children,
}: {
  screen: Screen;
  title: string;
  action: string;
  fields?: readonly (readonly [name: string, value: string])[];
  /** What the button says. */
  submit: string;
  /** Where one goes who does not want it. */
  back: string;
  /** Whom it affects, and how. */
  children: ComponentChildren;
}) {
  return (
    <Page screen={screen} title={title}>
      <div class="narrow card card-body">
        {children}
        <ActForm screen={screen} action={action}>
          {fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name={CONFIRMED} value="yes" />
          <button class="btn btn-primary">{submit}</button>{' '}
          <a class="btn" href={back}>
            {screen.t('frame.cancel')}
          </a>
        </ActForm>
      </div>
    </Page>
  );
}
