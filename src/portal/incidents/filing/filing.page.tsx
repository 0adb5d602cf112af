import { ActForm, Field, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import type { Draft, Found } from './filing';
import { FoundFields } from './found-fields';

interface FilingProps {
  screen: Screen;
  what: 'report' | 'case';
  draft: Draft;
  /** What the text holds, once it was looked for; of own cases only. */
  found?: Found | undefined;
  refused?: ApiRefused | undefined;
}

/** Filing takes a title and when one became aware of it; Enter files, Ctrl+Enter files and begins the next. */
export function FilingPage({ screen, what, draft, found, refused }: FilingProps) {
  const { t, zone } = screen;
  const body = what === 'report' ? 'description' : 'summary';
  return (
    <Page screen={screen} title={t(`incidents.new_${what}`)}>
      <ActForm screen={screen} action="/portal/incidents/new">
        <FormFault screen={screen} refused={refused} />
        {draft.follows && <input type="hidden" name="follows" value={draft.follows} />}
        {draft.follows && <p class="alert alert-info">{t('incidents.followsHint')}</p>}
        <Field
          {...{ screen, refused, name: 'title', label: t('incidents.what'), required: true }}
          control={(tied) => (
            <input {...tied} value={draft.title} maxLength={300} dir="auto" autocomplete="off" autofocus />
          )}
        />
        <Field
          {...{ screen, refused, name: 'aware_at', label: t('incidents.awareAt'), required: true }}
          hint={t('incidents.awareHint', { zone })}
          control={(tied) => <input {...tied} type="datetime-local" value={draft.aware} />}
        />
        <Acts screen={screen} keys />
        <p class="form-hint">{t(`incidents.keys_${what}`)}</p>
        <details class="later" open={draft.description !== '' || undefined}>
          <summary>{t('incidents.more')}</summary>
          <Field
            {...{ screen, refused, name: 'description', label: t(`incidents.${body}`) }}
            hint={t(what === 'case' ? 'incidents.pasteHint' : 'incidents.descriptionHint')}
            control={(tied) => (
              <textarea
                {...tied}
                rows={8}
                maxLength={50_000}
                dir="auto"
                {...(what === 'case' ? LIVE_FINDING : {})}
              >
                {draft.description}
              </textarea>
            )}
          />
          {what === 'case' && (
            <>
              <button class="btn mb-3" name="act" value="find">
                {t('incidents.find')}
              </button>
              <div id="found">{found && <FoundFields {...{ screen, found, refused }} />}</div>
              <Acts screen={screen} />
            </>
          )}
        </details>
      </ActForm>
    </Page>
  );
}

/** Enter presses the first button of a form, Ctrl+Enter the one that says so. */
function Acts({ screen: { t }, keys = false }: { screen: Screen; keys?: boolean }) {
  return (
    <div class="form-acts">
      <button class="btn btn-primary" name="act" value="file">
        {t('incidents.fileIt')}
      </button>
      <button class="btn" name="act" value="next" data-ctrl-enter={keys || undefined}>
        {t('incidents.fileAndNext')}
      </button>
    </div>
  );
}

/** What is pasted is looked through at once where there is script; the button does the same without. */
const LIVE_FINDING = {
  'hx-post': '/portal/incidents/new/found',
  'hx-trigger': 'change, paste delay:200ms',
  'hx-target': '#found',
  'hx-swap': 'innerHTML',
};
