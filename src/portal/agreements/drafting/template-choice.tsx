import type { Screen } from '../../screen/screen';
import { nameOfTemplate, type Template } from './templates';

/** Begins the terms with a template: for the parties above, and instead of what is typed below. */
export function TemplateChoice({
  screen,
  templates,
  chosen,
  sidesMissing,
}: {
  screen: Screen;
  templates: readonly Template[];
  chosen: string | undefined;
  sidesMissing: boolean;
}) {
  const { t } = screen;
  return (
    <fieldset class="mb-3">
      <legend>{t('drafting.template')}</legend>
      <p class="form-hint" id="template-hint">
        {t('drafting.templateHint')}
      </p>
      {sidesMissing && (
        <p class="alert alert-warning" role="alert">
          {t('drafting.templateSides')}
        </p>
      )}
      <div class="buttons">
        <select
          name="template"
          class="form-select"
          aria-label={t('drafting.template')}
          aria-describedby="template-hint"
        >
          {templates.map((template) => (
            <option value={template.name} selected={template.name === chosen}>
              {nameOfTemplate(screen, template)}
            </option>
          ))}
        </select>
        <button class="btn" name="fill" value="yes" formnovalidate>
          {t('drafting.fill')}
        </button>
      </div>
    </fieldset>
  );
}
