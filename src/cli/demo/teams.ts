import { generateKey } from 'openpgp';
import { ORGANIZATIONS, type OrganizationKey, type PersonKey } from './cast';
import { allDone, outcome, type Stage } from './stage';

interface Team {
  handle: OrganizationKey;
  /** Who tries the contact and records that it is true. */
  verifier: PersonKey;
  zone: string;
  telephone: string;
  languages: string[];
}

/** Numbers that are nobody's. */
const TEAMS: readonly Team[] = [
  {
    handle: 'pkcert',
    verifier: 'pkcert-duty-officer',
    zone: 'Asia/Karachi',
    telephone: '+92515550100',
    languages: ['en', 'ur'],
  },
  {
    handle: 'cncert',
    verifier: 'cncert-duty-officer',
    zone: 'Asia/Shanghai',
    telephone: '+861055500100',
    languages: ['zh', 'en'],
  },
  {
    handle: 'corvia',
    verifier: 'corvia-liaison',
    zone: 'Europe/Vienna',
    telephone: '+43720550100',
    languages: ['de', 'en'],
  },
];

/** Who is called at three in the morning, and who of the partner's people may read what is RED. */
export async function teams(stage: Stage): Promise<void> {
  const { story } = stage;
  story.chapter('Teams say how they are reached, and make sure of each other');
  for (const team of TEAMS)
    await story.step(
      `${team.handle} tells its time zone and its duty telephone, and somebody tries the number`,
      'done',
      () => describe(stage, team),
    );
  await story.step('PKCERT gives the key that it signs and is written to with', 'done', () => giveKey(stage));
  await story.step('PKCERT’s duty officer calls back the one of CNCERT/CC, and records it', 'done', () =>
    verifyOfficer(stage),
  );
}

async function describe({ as }: Stage, team: Team): Promise<string> {
  const { handle, verifier, zone, telephone, languages } = team;
  const administrator = as(`${handle}-administrator` as PersonKey);
  const path = `/api/v1/organizations/${handle}`;
  const profile = { base: 0, name: ORGANIZATIONS[handle].name, time_zone: zone, languages };
  const contact = {
    ...{ role: 'duty', email: `duty@${handle}.example`, telephone, hours: 'At all hours', languages },
    emergency: true,
  };
  let id = '';
  return allDone(
    () => administrator.send('PUT', `${path}/profile`, profile),
    async () => {
      const added = await administrator.post(`${path}/contacts`, contact);
      id = added.json.id ?? '';
      return added;
    },
    () => as(verifier).post(`${path}/contacts/${id}/verifications`, { version: 1, method: 'telephone-call' }),
  );
}

async function verifyOfficer({ as }: Stage): Promise<string> {
  const officer = as('pkcert-duty-officer');
  const { json } = await officer.get('/api/v1/duty-officers');
  const valid_until = new Date(Date.now() + 180 * 86_400_000).toISOString();
  const person = json.items?.[0]?.id;
  return outcome(
    await officer.post('/api/v1/duty-officer-verifications', { person, method: 'call_back', valid_until }),
  );
}

/** Its secret half is forgotten at once: nothing of the demonstration is signed with it. */
async function giveKey({ as }: Stage): Promise<string> {
  const { publicKey: armored } = await generateKey({
    ...{ type: 'ecc', curve: 'ed25519Legacy', format: 'armored' },
    userIDs: [{ name: 'Duty desk (invented)', email: 'duty@pkcert.example' }],
  });
  return outcome(await as('pkcert-administrator').post('/api/v1/organizations/pkcert/keys', { armored }));
}
