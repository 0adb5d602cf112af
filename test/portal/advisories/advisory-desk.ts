import request from 'supertest';
import { REQUEST_ID, type World } from '../../cast';
import { type Browser, SESSION_COOKIE } from '../browse';

/** The address behind a link with these words. */
export function linkIn(text: string, words: string): string {
  const links = [...text.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs)];
  const found = links.find(([, , inner]) => inner!.replace(/<[^>]*>/g, '').includes(words));
  if (!found) throw new Error(`There is no link ${words}.`);
  return found[1]!.replaceAll('&amp;', '&');
}

/** The fields that a form of this address holds when it is opened, as a browser would send them. */
export function fieldsIn(text: string, action: string): Record<string, string> {
  const form = text.match(new RegExp(`<form method="post" action="${action}".*?</form>`, 's'))?.[0] ?? '';
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name, value]) => [name!, value!]));
}

export const NEW_DRAFT = {
  title: 'Loader in letters of a supplier',
  summary: 'Letters carry a loader.',
  lang: 'en',
  'handling.tlp': 'GREEN',
  'handling.information_type': 'threat_report',
  'handling.categories': 'fraud/phishing',
  'handling.sectors': 'energy',
  'handling.audience': 'partners',
};

/** Sends the form of the import with files. */
export async function upload(
  { url }: World,
  browser: Browser,
  fields: Record<string, string | string[]>,
  files: Record<string, Buffer> = {},
) {
  const sent = request(url)
    .post('/portal/advisories/import')
    .set('Cookie', `${SESSION_COOKIE}=${browser.cookies.get(SESSION_COOKIE) ?? ''}`)
    .set('X-Request-Id', REQUEST_ID);
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) sent.field(name, one);
  for (const [name, bytes] of Object.entries(files)) sent.attach('files', bytes, name);
  const { status, text, headers } = await sent;
  return { status, text, location: headers.location };
}
