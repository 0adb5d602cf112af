import { type Caller, castMember, PASSWORD, type PersonKey, type World } from '../cast';

/** The tokens of a session, as sign-in answers them. */
export interface Tokens {
  access_token: string;
  refresh_token: string;
  refresh_token_expires_at: string;
}

/** What people do who come to the door with a password or a token. */
export function atTheDoor(world: () => World) {
  const trySignIn = (email: string, password: string, more: object = {}) =>
    world()
      .anonymous()
      .post('/api/v1/sign-in')
      .send({ email, password, ...more });
  const caller = ({ access_token }: Tokens): Caller => world().presenting(`Bearer ${access_token}`);
  return {
    trySignIn,
    caller,
    signIn: async (person: PersonKey, password = PASSWORD): Promise<Tokens> =>
      (await trySignIn(castMember(person).email, password)).body as Tokens,
    refresh: ({ refresh_token }: Tokens) =>
      world().anonymous().post('/api/v1/sign-in/refresh').send({ refresh_token }),
    works: async (tokens: Tokens): Promise<boolean> =>
      (await caller(tokens).get('/api/v1/me')).status === 200,
  };
}
