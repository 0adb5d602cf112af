import { randomUUID } from 'node:crypto';
import type { PersonKey } from '../cast';
import { Naming, VERIFICATIONS } from './named-world';
import { expected } from './sharing-world';

const ZHAO = 'cncert-duty-officer';

/** An administrator of the recipient could sign in as the person whom the owner verified. */
describe('a verification', () => {
  let naming: Naming;
  beforeEach(async () => {
    naming = await Naming.start();
  });
  afterEach(() => naming.world.close());
  const as = (person: PersonKey) => naming.world.as(person);

  it('ends when an administrator of her side lets the password be set anew, which may be by somebody else', async () => {
    await naming.verify(ZHAO);
    await naming.share('Not for who took her account', ZHAO);
    expect(await naming.titles(ZHAO)).toEqual(['Not for who took her account']);
    const path = `/api/v1/accounts/${naming.account(ZHAO)}/password-reset`;
    const reset = await expected(201, as('cncert-administrator').post(path).send());
    const { token } = reset as { token: string };
    expect(await naming.titles(ZHAO)).toEqual(['Not for who took her account']);
    const chosen = { token, password: 'something quite other 4711' };
    const taken = await naming.world.anonymous().post('/api/v1/password-resets/acceptance').send(chosen);
    expect(taken.status).toBeLessThan(300);
    naming.world.clock.advance(1000);
    expect(await naming.titles(ZHAO)).toEqual([]);
    const { items } = (await expected(200, as('pkcert-auditor').get(VERIFICATIONS))) as { items: object[] };
    expect(items[0]).toMatchObject({ valid: false, ended_because: 'credentials-replaced', ended_by: null });
  });

  it('ends when an administrator of her side removes the second factor, and not when she replaces it herself', async () => {
    const { world } = naming;
    const enrolled = async (end?: string) => {
      const id = randomUUID();
      const account = naming.account(ZHAO);
      await world.owner.query(
        `INSERT INTO totp_enrolment SELECT $1, organization_id, id, 'sealed', $3 FROM account WHERE id = $2`,
        [id, account, world.clock.now()],
      );
      await world.owner.query('INSERT INTO totp_confirmation VALUES ($1, $2)', [id, world.clock.now()]);
      if (end)
        await world.owner.query('INSERT INTO totp_end VALUES ($1, $2, $3, $4)', [
          id,
          world.clock.now(),
          end,
          account,
        ]);
    };
    await naming.verify(ZHAO);
    await naming.share('While it is her', ZHAO);
    await enrolled('replaced');
    await enrolled();
    expect(await naming.titles(ZHAO)).toEqual(['While it is her']);
    const path = `/api/v1/accounts/${naming.account(ZHAO)}/second-factor`;
    const { status } = await as('cncert-administrator').delete(path);
    expect(status).toBeLessThan(300);
    world.clock.advance(1000);
    expect(await naming.titles(ZHAO)).toEqual([]);
  });
});
