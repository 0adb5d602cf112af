import { newId } from '../platform/ids';
import { type FieldError, Refusal } from '../platform/refusal';
import { PUBLIC_TEAM } from '../platform/viewer';
import { NamespacesStore } from './namespace/namespaces.store';
import { asOperator, type Operator } from './operator';
import type { Organization } from './organization';
import { Organizations } from './organizations';
import { OrganizationsStore } from './organizations.store';
import {
  COUNTRY,
  HANDLE,
  isNamespace,
  mayHaveConstituents,
  ORGANIZATION_KINDS,
  type OrganizationKind,
} from './rules/organization';

/** What the operator says of a new organization; `parent` is a handle, of sectoral CERTs only. */
export interface NewOrganization {
  handle: string;
  name: string;
  kind: OrganizationKind;
  country?: string;
  namespace?: string;
  parent?: string;
}

function faultsOf({ handle, name, kind, country, namespace, parent }: NewOrganization): FieldError[] {
  const checks: [boolean, string, string][] = [
    [HANDLE.test(handle), 'handle', 'must be 2 to 40 lower-case letters, digits and hyphens'],
    [/\S/.test(name) && [...name].length <= 200, 'name', 'must hold 1 to 200 characters'],
    [ORGANIZATION_KINDS.includes(kind), 'kind', `must be one of ${ORGANIZATION_KINDS.join(', ')}`],
    [country === undefined || COUNTRY.test(country), 'country', 'must be a country code of two letters'],
    [namespace === undefined || isNamespace(namespace), 'namespace', 'must be an https address'],
    [(kind === 'sectoral-cert') === (parent !== undefined), 'parent', 'belongs to a sectoral CERT only'],
  ];
  return checks.flatMap(([passes, field, message]) => (passes ? [] : [{ field, rule: field, message }]));
}

/**
 * Creates an organization at the operator's word; top-level organizations come into being in no other way.
 * @throws Refusal 422 with the faulty fields, `organization/handle-taken`, `organization/namespace-taken`
 */
export async function createOrganization(operator: Operator, wanted: NewOrganization): Promise<Organization> {
  const faults = faultsOf(wanted);
  if (faults.length > 0) throw Refusal.invalid(...faults);
  const id = newId();
  return asOperator(operator, id, async (transaction, record) => {
    const store = new OrganizationsStore(transaction);
    const { handle, kind, country = null, namespace = null } = wanted;
    const name = wanted.name.normalize('NFC');
    const parent = wanted.parent
      ? await new Organizations(store).require(wanted.parent, 'parent')
      : undefined;
    if (parent && !mayHaveConstituents(parent.kind))
      throw Refusal.invalid({ field: 'parent', rule: 'parent', message: 'must be a national CERT' });
    if (namespace !== null) await new NamespacesStore(transaction).requireFree(namespace);
    const created: Organization = {
      id,
      handle,
      name,
      kind,
      country: country ?? parent?.country ?? null,
      parentId: parent?.id ?? null,
      namespace,
    };
    if (!(await store.add(created)))
      throw Refusal.conflict('organization/handle-taken', 'Another organization has this handle.');
    await record.appendToOwnHouse('organization/created', { by: 'operator', handle, name, kind });
    return created;
  });
}

/**
 * The organization that the operator names by its handle.
 * @throws Refusal 422 if there is none
 */
export function findOrganization(operator: Operator, handle: string): Promise<Organization> {
  return asOperator(operator, PUBLIC_TEAM, (transaction) =>
    new Organizations(new OrganizationsStore(transaction)).require(handle, 'organization'),
  );
}
