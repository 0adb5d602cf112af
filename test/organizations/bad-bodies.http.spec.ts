import { startWorld, type World } from '../cast';
import { badBodies, type BodyRoute, isProblem, send } from '../cast/bad-input';
import { addContact, contactsOf, duty } from './contact-work';
import { keysOf, makeKey } from './key-work';

let world: World;
let contact: string;
let armored: string;
beforeAll(async () => {
  world = await startWorld();
  contact = (await addContact(world)).id;
  armored = (await makeKey()).publicKey;
});
afterAll(() => world.close());

const routes: Record<string, () => BodyRoute> = {
  'changing a contact': () => ({
    method: 'put',
    path: `${contactsOf('pkcert')}/${contact}`,
    good: { ...duty, base: 1 },
  }),
  'verifying a contact': () => ({
    method: 'post',
    path: `${contactsOf('pkcert')}/${contact}/verifications`,
    good: { version: 1, method: 'in-person', note: 'Met' },
  }),
  'giving a key': () => ({ method: 'post', path: keysOf('pkcert'), good: { armored } }),
  'setting a namespace': () => ({
    method: 'put',
    path: '/api/v1/organizations/pkcert/namespace',
    good: { namespace: 'https://pkcert.example' },
  }),
};
const faults = Object.keys(badBodies({ method: 'put', path: '', good: {} }));

describe.each(Object.entries(routes))('%s', (_, route) => {
  test.each(faults)('refuses %s', async (fault) => {
    const sent = badBodies(route())[fault];
    if (!sent) throw new Error('There is no such fault.');
    const answer = await send(world.as('pkcert-administrator'), route(), sent);
    expect({ status: answer.status, problem: isProblem(answer) }).toEqual({
      status: sent.status,
      problem: true,
    });
  });
});
