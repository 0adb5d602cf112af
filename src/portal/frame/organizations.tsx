import type { Screen } from '../screen/screen';
import { given } from '../web-api/refused';
import { type Choice, Select } from './choices';
import { Field } from './field';

/** Organizations to choose from, by handle. */
export interface OrganizationChoices {
  readonly choices: readonly Choice[];
  /** Whether these are all there are. */
  readonly all: boolean;
}

export async function organizationChoices({ api }: Screen): Promise<OrganizationChoices> {
  const { items, next } = await given(
    api.GET('/api/v1/organizations', { params: { query: { limit: 200 } } }),
  );
  const choices = items.map(({ handle, name }) => ({ value: handle, name: `${name} (${handle})` }));
  return { choices, all: next === null };
}

/** One organization: from a list that unfolds, or, where there are too many, its handle with suggestions. */
export function OrganizationField({
  organizations: { choices, all },
  chosen,
  none = '',
  ...tied
}: {
  screen: Screen;
  name: string;
  label: string;
  required?: boolean;
  organizations: OrganizationChoices;
  chosen: string | undefined;
  none?: string;
}) {
  if (all) return <Select {...tied} choices={choices} chosen={chosen} none={none} />;
  return (
    <Field
      {...tied}
      control={(control) => (
        <>
          <input {...control} list={`${control.id}-known`} dir="ltr" value={chosen} />
          <datalist id={`${control.id}-known`}>
            {choices.map(({ value, name }) => (
              <option value={value}>{name}</option>
            ))}
          </datalist>
        </>
      )}
    />
  );
}
