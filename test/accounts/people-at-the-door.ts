import { Secret, TOTP } from 'otpauth';
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

/** What a person's app shows, `periods` of half a minute from now. */
export function shownBy(secret: string, world: World, periods = 0): string {
  const timestamp = world.clock.now().getTime() + periods * 30_000;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

/** Enrols a person; the period of the code that confirms it is over afterwards. */
export async function enrol(world: World, caller: Caller): Promise<{ secret: string; recovery: string[] }> {
  const { body } = await caller.post('/api/v1/me/second-factor').send({ password: PASSWORD });
  const secret = body.secret as string;
  const code = shownBy(secret, world);
  const confirmed = await caller.post('/api/v1/me/second-factor/confirmation').send({ code });
  world.clock.advance(60_000);
  return { secret, recovery: confirmed.body.recovery_codes as string[] };
}
