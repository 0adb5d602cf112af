/** What a browser sends of a page: the controls of its first form that have a name, buttons aside. */
export type Sent = Record<string, string[]>;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]!);

/** The attributes of a tag; those without a value are empty texts. */
function attributesIn(tag: string): Record<string, string> {
  const found = [...tag.matchAll(/\s([\w:-]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(found.map(([, name, value]) => [name!, decoded(value ?? '')]));
}

function valuesOf(kind: string, tag: string, inside: string): string[] {
  const { type, value = '', checked, maxlength } = attributesIn(tag);
  if (kind === 'textarea') return [decoded(inside).replace(/^\n/, '').replaceAll('\n', '\r\n')];
  if (kind === 'select') {
    const options = [...inside.matchAll(/<option([^>]*)>/g)].map(([, option]) => attributesIn(option!));
    return [(options.find(({ selected }) => selected !== undefined) ?? options[0])?.value ?? ''];
  }
  if (type === 'checkbox') return checked === undefined ? [] : [value];
  if (maxlength && value.length > Number(maxlength)) throw new Error(`${value} is longer than ${maxlength}`);
  // A browser drops line breaks from one line, and what is no date and time.
  const line = value.replace(/[\r\n]/g, '');
  return [type === 'datetime-local' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(line) ? '' : line];
}

/** What is sent if somebody presses a button of the form without changing anything. */
export function controlsIn(html: string): Sent {
  const [, form = html] = /<form method="post"[^>]*class="act"[^>]*>([\s\S]*?)<\/form>/.exec(html) ?? [];
  const sent: Sent = {};
  const controls = /<(input)([^>]*)>|<(select|textarea)([^>]*)>([\s\S]*?)<\/\3>/g;
  for (const [, input, ofInput, other, ofOther, inside] of form.matchAll(controls)) {
    const tag = ofInput ?? ofOther ?? '';
    const { name } = attributesIn(tag);
    if (name) (sent[name] ??= []).push(...valuesOf(input ?? other!, tag, inside ?? ''));
  }
  return Object.fromEntries(Object.entries(sent).filter(([, values]) => values.length > 0));
}
