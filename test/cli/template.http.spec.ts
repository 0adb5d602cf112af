import { Command } from 'commander';
import { TEMPLATES } from '../../src/agreements';
import { agreementCommands } from '../../src/cli/agreements/commands';
import { startWorld, type World } from '../cast';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

async function say(...words: string[]): Promise<string> {
  const printed: string[] = [];
  const log = jest.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  try {
    const program = new Command('accord').exitOverride();
    agreementCommands(program);
    await program.parseAsync(['agreement', ...words], { from: 'user' });
  } finally {
    log.mockRestore();
  }
  return printed.join('\n');
}

describe('accord agreement template', () => {
  it('prints a draft that is posted as it is', async () => {
    const between = ['--from', 'pkcert', '--to', 'cncert', 'corvia', '--reference', 'PK-OF-TEMPLATE'];
    const body = JSON.parse(await say('template', 'community-membership', ...between)) as object;
    const { status } = await world.as('pkcert-liaison').post('/api/v1/agreements').send(body);
    expect([status, body]).toEqual([201, expect.objectContaining({ title: 'Community membership' })]);
  });

  it('prints terms that are proposed as they are', async () => {
    const terms = JSON.parse(
      await say('template', 'first-memorandum', '--from', 'pkcert', '--to', 'cncert', '--to', 'corvia'),
    ) as {
      grants: object[];
    };
    expect(terms.grants).toHaveLength(6);
    const { status } = await world
      .as('pkcert-liaison')
      .post('/api/v1/agreements/PK-OF-TEMPLATE/terms')
      .send(terms);
    expect(status).toBe(201);
  });

  it('lists each with for whom it is, and names them where there is no such', async () => {
    const lines = (await say('templates')).split('\n');
    expect(lines).toEqual(
      TEMPLATES.map(
        ({ name, summary }) => expect.stringMatching(`^${name} +${summary.slice(0, 20)}`) as string,
      ),
    );
    const none = say('template', 'treaty', '--from', 'pkcert', '--to', 'cncert');
    await expect(none).rejects.toThrow(`There is no template treaty. There are: first-memorandum,`);
  });
});
