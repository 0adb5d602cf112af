/** The statuses that a product may have in a vulnerability (CSAF 2.0 §3.2.3.9). */
export const PRODUCT_STATUSES = [
  'first_affected',
  'first_fixed',
  'fixed',
  'known_affected',
  'known_not_affected',
  'last_affected',
  'recommended',
  'under_investigation',
] as const;

/** A product that a CSAF document names, and what it says of it. */
export interface Product {
  readonly id: string;
  readonly name: string;
  /** As CSAF names the statuses: `known_affected`, `fixed` … with the CVE, or other name, of the vulnerability. */
  readonly statuses: readonly { status: string; of: string }[];
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const at = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The products below a branch, without recursion: documents nest as deep as they like. */
function named(tree: unknown): Map<string, string> {
  const found = new Map<string, string>();
  const open = [
    ...list(at(tree, 'branches')),
    ...list(at(tree, 'full_product_names')).map((product) => ({ product })),
    ...list(at(tree, 'relationships')).map((one) => ({ product: at(one, 'full_product_name') })),
  ];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const product = at(next, 'product');
    const [id, name] = [text(at(product, 'product_id')), text(at(product, 'name'))];
    if (id !== undefined) found.set(id, name ?? id);
    open.push(...list(at(next, 'branches')));
  }
  return found;
}

/** Every product of a CSAF document with its statuses, in the order of the document. */
export function productsOf(document: unknown): Product[] {
  const names = named(at(document, 'product_tree'));
  const statuses = new Map<string, { status: string; of: string }[]>();
  for (const vulnerability of list(at(document, 'vulnerabilities'))) {
    const of = text(at(vulnerability, 'cve')) ?? text(at(vulnerability, 'title')) ?? '';
    const states = at(vulnerability, 'product_status');
    for (const [status, ids] of Object.entries(isObject(states) ? states : {}))
      for (const id of list(ids).map(String)) statuses.set(id, [...(statuses.get(id) ?? []), { status, of }]);
  }
  return [...names].map(([id, name]) => ({ id, name, statuses: statuses.get(id) ?? [] }));
}
