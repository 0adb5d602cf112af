import type { MessageKey } from '../messages/catalogue';
import type { Screen } from '../screen/screen';

const FIELDS: Readonly<Record<string, MessageKey>> = {
  'handling.information_type': 'advisories.informationType',
  'handling.categories': 'advisories.categories',
  'handling.product_types': 'products.types',
  'handling.sectors': 'advisories.sectors',
  'handling.severity': 'advisories.severity',
  'handling.embargo_until': 'advisories.embargo',
  'handling.named_persons': 'advisories.named',
  'handling.audience': 'advisories.audience',
  '/document/lang': 'advisories.lang',
  '/document/title': 'advisories.titleField',
};

/** A field as the editor calls it, where it has such a name. */
export function fieldInWords({ t }: Screen, field: string): string {
  if (field === 'handling.tlp') return 'TLP';
  return Object.hasOwn(FIELDS, field) ? t(FIELDS[field]!) : field;
}
