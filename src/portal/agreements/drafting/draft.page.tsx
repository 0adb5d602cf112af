import type { Choice } from '../../frame/choices';
import { ActForm, Field } from '../../frame/field';
import { Page } from '../../frame/page';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { DescriptionFields } from '../paper/description-fields';
import type { Agreement, AgreementSummary } from '../agreement';
import { SupersedesField } from '../succession/supersedes-field';
import type { Telling, Terms } from '../sentences';
import { TermsText } from '../terms-text';
import { type Directory, KINDS, PARTY_ROWS, ROLES } from './draft';
import { TemplateChoice } from './template-choice';
import type { Template } from './templates';
import { TermsForm } from './form/terms-form';
import type { Written } from './form/written';
import { Faults, Unreadable } from './terms-field';

export interface DraftProps {
  readonly screen: Screen;
  readonly directory: Directory;
  /** Those of the drafter, of which one may be superseded. */
  readonly agreements: readonly AgreementSummary[];
  readonly telling: Telling;
  readonly templates: readonly Template[];
  readonly filled: (name: string) => readonly string[];
  readonly written: Written;
  /** Whether a template was chosen before the sides were. */
  readonly sidesMissing?: boolean;
  readonly terms?: Terms | undefined;
  /** What it is to stand below. */
  readonly parent?: Agreement | null;
  /** Names what is shown as sentences; sent back with the act. */
  readonly mark?: string;
  readonly fault?: string | undefined;
  readonly refused?: ApiRefused | undefined;
}

/** A row for each party: who, and in which roles. */
function Parties({ screen, directory, filled }: DraftProps) {
  const { t } = screen;
  return (
    <fieldset>
      <legend>{t('agreements.parties')}</legend>
      {Array.from({ length: PARTY_ROWS }, (_, row) => (
        <fieldset class="party">
          <legend class="visually-hidden">{t('drafting.party', { number: row + 1 })}</legend>
          <select
            name={`party-${row}`}
            class="form-select"
            aria-label={t('drafting.party', { number: row + 1 })}
          >
            <option value="" />
            {directory.map(({ handle, name }) => (
              <option value={handle} selected={filled(`party-${row}`).includes(handle)}>
                {name}
              </option>
            ))}
          </select>
          {ROLES.map((role) => (
            <label class="form-check">
              <input
                type="checkbox"
                class="form-check-input"
                name={`roles-${row}`}
                value={role}
                checked={filled(`roles-${row}`).includes(role)}
              />
              <span class="form-check-label">{t(`agreements.role_${role}`)}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </fieldset>
  );
}

/** Between whom a grant may be: the chosen parties; as long as there are none, everybody. */
function teamsOf({ directory, filled }: DraftProps): Choice[] {
  const chosen = Array.from({ length: PARTY_ROWS }, (_, row) => filled(`party-${row}`)).flat();
  const named = directory.map(({ handle, name }) => ({ value: handle, name }));
  return chosen.length > 1 ? named.filter(({ value }) => chosen.includes(value)) : named;
}

/** A new agreement: what it is, between whom, and its first terms, which are read as sentences before they are kept. */
export function DraftPage(props: DraftProps) {
  const { screen, agreements, telling, templates, filled, written, terms, mark, fault, refused } = props;
  const { t } = screen;
  const [title = ''] = filled('title');
  const [kind] = filled('kind');
  return (
    <Page screen={screen} title={t('steps.draft')}>
      <p>{t('drafting.helpDraft')}</p>
      <Unreadable screen={screen} fault={fault} />
      <Faults {...{ screen, refused, written }} />
      <ActForm screen={screen} action="/portal/agreements/draft">
        {/* Enter in a field presses the first button, which reads and never fills or keeps anything. */}
        <button class="visually-hidden" tabIndex={-1} aria-hidden="true">
          {t('drafting.read')}
        </button>
        {terms && (
          <section>
            <h2>{t('drafting.reads')}</h2>
            <p class="lead">
              <UserText text={title} />
            </p>
            <TermsText screen={screen} telling={telling} terms={terms} below={props.parent?.reference} />
            {mark && (
              <button class="btn btn-danger" name="seen" value={mark}>
                {t('steps.draft')}
              </button>
            )}
          </section>
        )}
        <Field
          {...{ screen, refused, name: 'reference', label: t('drafting.reference'), required: true }}
          hint={t('drafting.referenceHint')}
          control={(tied) => <input {...tied} dir="ltr" maxLength={60} value={filled('reference')[0]} />}
        />
        <Field
          {...{ screen, refused, name: 'title', label: t('drafting.title'), required: true }}
          control={(tied) => <input {...tied} dir="auto" maxLength={300} value={title} />}
        />
        <Field
          {...{ screen, refused, name: 'kind', label: t('agreements.kind'), required: true }}
          control={(tied) => (
            <select {...tied} class="form-select">
              {KINDS.map((one) => (
                <option value={one} selected={kind === one}>
                  {t(`agreements.kind_${one}`)}
                </option>
              ))}
            </select>
          )}
        />
        <Field
          {...{ screen, refused, name: 'parent', label: t('below.parent') }}
          hint={t('below.parentHint')}
          control={(tied) => <input {...tied} dir="ltr" maxLength={60} value={filled('parent')[0]} />}
        />
        <SupersedesField {...{ screen, agreements, refused }} filled={(name) => filled(name)[0]} />
        <Parties {...props} />
        <fieldset>
          <legend>{t('paper.title')}</legend>
          <DescriptionFields
            {...{ screen, refused, prefix: 'description.' }}
            filled={(name) => filled(`description.${name}`)[0]}
          />
        </fieldset>
        <TemplateChoice
          {...{ screen, templates, chosen: filled('template')[0], sidesMissing: props.sidesMissing ?? false }}
        />
        <TermsForm {...{ screen, telling, refused, written, teams: teamsOf(props) }} />
        <div class="buttons">
          <button class="btn btn-primary">{t('drafting.read')}</button>
          <a class="btn" href="/portal/agreements">
            {t('frame.cancel')}
          </a>
        </div>
      </ActForm>
    </Page>
  );
}
