import type { ContactView } from '../../organizations';
import type { Callable, KitFacts } from './kit-facts';

/** Text of others on one line, and nothing in it that Markdown takes for its own. */
const plain = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|]/g, (sign) => `\\${sign}`);

const contactLine = (contact: ContactView): string => {
  const { role, name, email, telephone, hours, emergency, verification } = contact;
  const parts = [name, email, telephone, hours].filter((part) => part !== null).map(plain);
  return `  - ${emergency ? 'In an emergency: ' : ''}${role}: ${parts.join(', ')} (${verification === 'verified' ? 'verified' : 'not verified'})`;
};

function whomToCall(callables: readonly Callable[], operator: string | null): string[] {
  const lines = callables.flatMap(({ handle, name, contacts }) => [
    `- ${plain(name)} (\`${handle}\`)`,
    ...(contacts.length > 0 ? contacts.map(contactLine) : ['  - It has entered no contact yet.']),
  ]);
  return [
    ...(operator === null ? [] : [`- Whoever runs this installation: ${plain(operator)}`]),
    ...lines,
    ...(operator === null && lines.length === 0
      ? ['- Whoever gave you this folder. No organization shares with your team yet.']
      : []),
    '',
    'Contacts change: `GET /api/v1/organizations/HANDLE/contacts` has them as they are. Your own are what others find there.',
  ];
}

function whatWillCome({ me }: KitFacts): string[] {
  const received = (me.directions ?? []).filter(({ direction }) => direction === 'receive');
  const given = (me.directions ?? []).filter(({ direction }) => direction === 'give');
  return [
    '- What organizations of this installation share in public, TLP:CLEAR.',
    ...received.map(({ in_words }) => `- ${plain(in_words)}`),
    ...(received.length > 0
      ? []
      : ['- Nothing else yet: no agreement is in force that lets your team receive.']),
    '',
    ...(given.length > 0
      ? ['Your team gives:', '', ...given.map(({ in_words }) => `- ${plain(in_words)}`), '']
      : []),
    `This is as of ${me.at}. \`GET /api/v1/me\` says how it is now, and what is missing to receive more.`,
  ];
}

function aboutTheKey({ key }: KitFacts): string[] {
  if (!key)
    return [
      'No key is in this folder. An administrator of your organization issues one (`POST /api/v1/api-keys`); put it into the file `api-key`, in one line, with mode 0600.',
    ];
  const from =
    key.allowed_addresses.length > 0
      ? `It is accepted from ${key.allowed_addresses.join(', ')} only.`
      : 'It is accepted from every address; your administrator can issue one that is not.';
  return [
    `The file \`api-key\` holds an API key that was made for this folder: "${plain(key.name)}", beginning with \`accord_${key.prefix}\`. It reads for your team and changes nothing. It ends at ${key.expires_at.toISOString()}. ${from}`,
    '',
    'Hand it over as you would a password, and keep its mode at 0600. If anybody else may have seen it, an administrator of your organization revokes it: `DELETE /api/v1/api-keys/ID`. Before it ends she issues its successor: `POST /api/v1/api-keys/ID/rotation`.',
  ];
}

const theTest = ({ testItem }: KitFacts): string =>
  testItem
    ? `It also fetches a test advisory of \`${testItem.originator}\` (\`${testItem.id}\`, public, TLP:CLEAR) and verifies it.`
    : 'No test advisory is released in this installation at present, so an answer of 200 from both is all there is to see. Any organization may release one: an advisory that is TLP:CLEAR, of the category `test/test` alone, and public.';

/** What the partner's engineer reads first. */
export function readmeFile(facts: KitFacts): string {
  const { base, me, callables, operator } = facts;
  return [
    `# Connecting ${plain(me.organization.name)} to Accord`,
    '',
    `For the engineer who connects the systems of \`${me.organization.handle}\`. The installation is at <${base}>, and its web API is described at <${base}/api>.`,
    '',
    '## First',
    '',
    '```sh',
    './pull.sh check',
    '```',
    '',
    `It asks who you are (\`GET /api/v1/me\`) and for the head of the first page of your feed. ${theTest(facts)}`,
    '',
    '## Then',
    '',
    '```sh',
    './pull.sh',
    '```',
    '',
    'It pulls the feed from where it stopped the last time, fetches each document that is new, compares its SHA-256 with the one the feed named, and only then remembers the new place (`received/cursor`). Ended in the middle, it goes on at the same page. When the server asks it to wait (429, 503, `Retry-After`), it waits. Run it every five minutes, one at a time:',
    '',
    '```',
    '*/5 * * * * flock -n /path/to/received/lock /path/to/pull.sh',
    '```',
    '',
    '- `received/pages/` has the pages of the feed in their order. An entry `withdrawn` or `no_longer_shared` asks you to act on what you hold. A page may be there twice after a crash.',
    '- `received/documents/` has the documents, each under its SHA-256.',
    '- A program of your own finds the same in `settings.json`.',
    '',
    '## What will come',
    '',
    ...whatWillCome(facts),
    '',
    '## The key',
    '',
    ...aboutTheKey(facts),
    '',
    '## Whom to call',
    '',
    ...whomToCall(callables, operator),
    '',
  ].join('\n');
}
