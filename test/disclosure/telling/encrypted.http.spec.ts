import { everyone } from '../../cast';
import { expected, Sharing } from '../sharing-world';
import { Telephone } from './telling-world';

let sharing: Sharing;
let phone: Telephone;
let item: string;
beforeAll(async () => {
  sharing = await Sharing.start();
  phone = new Telephone(sharing);
  await sharing.inForce('cncert', 'PK-CN-SAFE', { obligations: { encryption_in_transit: 'must' } });
  await sharing.inForce('corvia', 'PK-XC-SAFE');
  item = await sharing.released('For partners');
  sharing.world.clock.advance(1000);
});
afterAll(() => sharing.world.close());

describe('what has to be sent encrypted', () => {
  it.each(['call', 'meeting', 'message'])(
    'might be told by %s only where it is said that it was encrypted',
    async (how) => {
      expect(await phone.rules({ item, how })).toEqual(['D-12']);
      expect(await phone.rules({ item, how, encrypted: false })).toEqual(['D-12']);
      const told = await phone.told({ item, how, encrypted: true });
      expect(told).toMatchObject({ authorised: true, encrypted: true, cited: { agreement: 'PK-CN-SAFE' } });
      expect(told.obligations).toMatchObject([{ rule: 'O-15', value: 'must' }]);
    },
  );

  it('might be told by mail, which is encrypted: what is not is a message', async () => {
    expect(await phone.told({ item, how: 'mail' })).toMatchObject({ authorised: true, encrypted: true });
    const { status, body } = await phone.ask({ item, how: 'mail', encrypted: false });
    expect(status).toBe(422);
    expect((body as { errors: object[] }).errors).toMatchObject([
      { field: 'encrypted', rule: 'encrypted-mail' },
    ]);
    expect((await phone.ask({ item, encrypted: 'yes' })).status).toBe(422);
    expect((await phone.ask({ item, encrypted: null })).status).toBe(422);
  });

  it('is pulled as ever: the web API and the portal are encrypted', async () => {
    expect((await sharing.pull('cncert')).told).toEqual(['added For partners']);
  });

  it('binds nobody whose terms do not ask for it', async () => {
    expect(await phone.told({ to: 'corvia', item })).toMatchObject({ authorised: true, encrypted: false });
  });

  it('is said in the record where it is known, to both sides', async () => {
    const { id } = await phone.told({ item, encrypted: true });
    for (const side of ['pkcert', 'cncert'] as const) {
      const told = (await phone.entries(side, 'told')).filter(({ shared }) => shared.telling === id);
      expect(told).toMatchObject([{ shared: { how: 'call', encrypted: true } }]);
    }
  });

  it('is told to those who may read the directions, and to nobody else', async () => {
    for (const { name, organization, ask } of everyone) {
      const { status, body } = (await ask(sharing.world).get('/api/v1/me')) as {
        status: number;
        body: { directions?: { agreement: string; encryption_in_transit: string }[] };
      };
      const told = (body.directions ?? []).map((one) => `${one.agreement} ${one.encryption_in_transit}`);
      const safe = told.includes('PK-CN-SAFE must');
      expect([name, safe]).toEqual([name, status === 200 && ['pkcert', 'cncert'].includes(organization)]);
    }
  });

  it('is held by the tables: mail that is not encrypted is none', async () => {
    const writing = sharing.world.owner.query(
      `INSERT INTO telling SELECT (jsonb_populate_record(t, '{"how": "mail", "encrypted": false}')).* FROM telling t LIMIT 1`,
    );
    await expect(writing).rejects.toThrow(/check constraint/);
    await expected(200, sharing.world.as('pkcert-auditor').get('/api/v1/tellings'));
  });
});
