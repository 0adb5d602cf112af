import type { components } from '../../../../docs/openapi';
import { Select } from '../../frame/choices';
import { Field } from '../../frame/field';
import { TLP_ORDER } from '../../frame/tlp';
import type { Screen } from '../../screen/screen';
import type { Form } from '../../screen/screens';
import type { ApiRefused } from '../../web-api/refused';

type Body = components['schemas']['DescriptionDto'];
type Name = keyof Body;

/** What the paper is, from a form; undefined where nothing was filled in. */
export function descriptionOf(form: Form, prefix = ''): Body | undefined {
  const text = (name: Name) => form.text(`${prefix}${name}`);
  const languages = text('languages')
    ?.split(/[\s,،、]+/)
    .filter((tag) => tag !== '');
  const body: Record<string, unknown> = { ...(languages && { languages }) };
  for (const name of ['binding', 'prevailing_language', 'registry_number', 'classification'] as const) {
    const said = text(name);
    if (said !== undefined) body[name] = said;
  }
  return Object.keys(body).length > 0 ? body : undefined;
}

/** The fields that say what the paper is. */
export function DescriptionFields({
  screen,
  filled,
  refused,
  prefix = '',
}: {
  screen: Screen;
  /** By the name in the web API. */
  filled: (name: Name) => string | undefined;
  refused?: ApiRefused | undefined;
  prefix?: string;
}) {
  const { t } = screen;
  const named = (name: Name) => ({ screen, refused, name: `${prefix}${name}` });
  return (
    <>
      <Select
        {...named('binding')}
        label={t('paper.binding')}
        none={t('paper.notSaid')}
        chosen={filled('binding')}
        choices={(['binding', 'non_binding'] as const).map((value) => ({
          value,
          name: t(`paper.binding_${value}`),
        }))}
      />
      <Field
        {...named('languages')}
        label={t('paper.languages')}
        hint={t('paper.languagesHint')}
        control={(tied) => <input {...tied} dir="ltr" maxLength={400} value={filled('languages')} />}
      />
      <Field
        {...named('prevailing_language')}
        label={t('paper.prevailing')}
        hint={t('paper.prevailingHint')}
        control={(tied) => <input {...tied} dir="ltr" maxLength={35} value={filled('prevailing_language')} />}
      />
      <Field
        {...named('registry_number')}
        label={t('paper.registry')}
        control={(tied) => <input {...tied} dir="auto" maxLength={100} value={filled('registry_number')} />}
      />
      <Select
        {...named('classification')}
        label={t('paper.classification')}
        none={t('paper.notSaid')}
        chosen={filled('classification')}
        choices={TLP_ORDER.map((label) => ({ value: label, name: `TLP:${label}` }))}
      />
    </>
  );
}
