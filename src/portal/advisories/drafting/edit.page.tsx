import { ActForm, Field, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { type Finding, pageOf } from '../advisory';
import { findingInWords, Findings } from '../findings';
import type { DraftFields } from './draft-form';
import type { Choosable, Editing } from './editing';
import { fieldOf } from './finding-places';
import { HandlingFields } from './handling-fields';
import { PartFieldsets, ReferenceRows } from './part-fields';
import { TextFields } from './text-fields';

export interface EditProps {
  readonly screen: Screen;
  /** The advisory that is changed; without one, a new one is drafted. */
  readonly id?: string | undefined;
  /** The version that the editor was opened with. */
  readonly base?: number | undefined;
  readonly fromCase?: string | undefined;
  /** The reference of what another team shares and it holds. */
  readonly derivedFrom?: string | undefined;
  readonly fields: DraftFields;
  /** Who wrote an imported document, whose texts are not changed here. */
  readonly publisher?: string | undefined;
  readonly choosable: Choosable;
  readonly findings: readonly Finding[];
  readonly refused?: ApiRefused | undefined;
}

/** Drafting an advisory, and changing one: what is saved is a new version, which another person releases. */
export function EditPage(props: EditProps) {
  const { screen, id, base, fromCase, derivedFrom, fields, publisher, choosable, findings, refused } = props;
  const { t } = screen;
  const placed = findings.map((finding) => ({ finding, field: fieldOf(finding, fields) }));
  const notesFor = (field: string) =>
    placed.filter((one) => one.field === field).map(({ finding }) => findingInWords(screen, finding));
  const editing: Editing = { screen, fields, refused, notesFor };
  const elsewhere = placed.filter(({ field }) => field === '').map(({ finding }) => finding);
  return (
    <Page
      screen={screen}
      title={t(id ? 'advisories.editTitle' : 'advisories.newTitle')}
      labels={[fields.tlp, ...fields.parts.map(({ tlp }) => tlp)]}
    >
      <FormFault screen={screen} refused={refused} />
      {findings.length > 0 && (
        <p class="alert alert-warning">{t('advisories.findingsCount', { count: findings.length })}</p>
      )}
      <Findings {...{ screen, title: t('advisories.findingsElsewhere'), findings: elsewhere }} />
      <ActForm screen={screen} action={id ? pageOf(id, 'edit') : '/portal/advisories/new'}>
        {base !== undefined && <input type="hidden" name="base" value={base} />}
        {fromCase && <input type="hidden" name="from_case" value={fromCase} />}
        {derivedFrom && (
          <Field
            {...{ screen, refused, name: 'derived_from', label: t('consents.derivedFrom') }}
            hint={t('consents.derivedHint')}
            control={(tied) => <input {...tied} dir="ltr" value={derivedFrom} readOnly />}
          />
        )}
        {/* The first button is the one that Enter presses. */}
        <button class="visually-hidden" tabIndex={-1} aria-hidden="true">
          {t('frame.save')}
        </button>
        {publisher ? (
          <p class="alert alert-info">
            {t('advisories.imported')} <UserText text={publisher} />
          </p>
        ) : (
          <>
            <TextFields {...editing} />
            <ReferenceRows {...editing} />
            <PartFieldsets {...editing} />
          </>
        )}
        <HandlingFields {...{ ...editing, choosable }} />
        <div class="form-buttons">
          <button class="btn btn-primary" data-ctrl-enter>
            {t(id ? 'advisories.saveVersion' : 'advisories.saveDraft')}
          </button>
          <a class="btn" href={id ? pageOf(id) : '/portal/advisories'}>
            {t('frame.cancel')}
          </a>
        </div>
        <p class="text-secondary">{t('advisories.saveHelp')}</p>
      </ActForm>
    </Page>
  );
}
