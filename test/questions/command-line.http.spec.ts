import { Command } from 'commander';
import type { Refusal } from '../../src/platform/refusal';
import type { Opened } from '../../src/cli/ask-question';
import { questionCommands } from '../../src/cli/question-commands';
import { askingViewer } from '../../src/cli/asking-viewer';
import { addedToHouseLog, type World } from '../cast';
import { Sharing } from '../disclosure/sharing-world';
import { Desk } from './asking';

describe('the questions on the command line', () => {
  let sharing: Sharing;
  let world: World;
  let draft: string;
  let released: string;
  beforeAll(async () => {
    sharing = await Sharing.start();
    world = sharing.world;
    await sharing.inForce('cncert', 'PK-CN');
    await sharing.inForce('corvia', 'PK-XC', { categories: ['vulnerable'] });
    await sharing.inForce('dunmere', 'PK-XD', { channels: ['voice', 'mail'] });
    draft = await sharing.draft('A draft');
    released = await sharing.released('Released');
    await sharing.pull('cncert');
  });
  afterAll(() => world.close());

  const open = async (by: string): Promise<Opened> => ({
    app: world.app,
    viewer: await askingViewer(world.ownerUrl, by),
    close: () => Promise.resolve(),
  });
  const say = async (...words: string[]): Promise<string> => {
    const printed: string[] = [];
    const log = jest.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
    try {
      const program = new Command('accord').version('0').exitOverride();
      questionCommands(program, open);
      await program.parseAsync(words, { from: 'user' });
    } finally {
      log.mockRestore();
    }
    return printed.join('\n');
  };
  const by = ['--by', 'liaison@pkcert.example'];

  it('explain in plain words', async () => {
    const text = await say('explain', released, '--team', 'corvia', ...by);
    expect(text).toContain('corvia may not see version 1 of this advisory');
    expect(text).toContain('grant: PK-XC, terms 1, Art. 1: Refused by D-06 category.');
    expect(text).toContain('  - D-06 category: a category is missing or not granted');
    expect(text).toContain('  + D-05 information type: the information type is granted');
    expect(text).toContain('categories ["fraud/phishing"], granted ["vulnerable/ddos-amplifier",');
  });

  it('explain by a channel and for a purpose', async () => {
    const asked = ['explain', released, '--team', 'dunmere', ...by];
    expect(await say(...asked)).toContain('dunmere may see version 1 of this advisory');
    const text = await say(...asked, '--channel', 'rest', '--purpose', 'research');
    expect(text).toContain('Refused by D-12 channel and purpose.');
    expect(text).toContain('channel rest, channels ["mail","voice"], purpose research');
    expect(await say(...asked, '--channel', 'mail')).toContain('dunmere may see');
  });

  it('replay beside what was recorded', async () => {
    const at = world.clock.now().toISOString();
    const text = await say('replay', released, '--team', 'cncert', '--at', at, '--item-version', '1', ...by);
    expect(text).toContain('cncert may see version 1 of this advisory under PK-CN, terms 1, Art. 1.');
    expect(text).toContain('disclosed to cncert (summary) on grant: PK-CN, terms 1, Art. 1');
    expect(text).toContain('Replayed at that instant, the rules say the same.');
    const other = await say('replay', released, '--team', 'corvia', '--at', at, ...by);
    expect(other).toContain('disclosed neither to this team nor to everybody');
  });

  it('preview who would get it', async () => {
    expect((await say('preview', draft, ...by)).split('\n').slice(1)).toEqual([
      '2 of 3 teams would get it; 1 would not, 1 of them nearly.',
      '',
      '- public, nearly, on public',
      '    D-02 public release: the version is not CLEAR, or was not released to the public',
      '+ cncert, grant: PK-CN, terms 1, Art. 1',
      '- corvia, nearly, on grant: PK-XC, terms 1, Art. 1',
      '    D-06 category: a category is missing or not granted',
      '+ dunmere, grant: PK-XD, terms 1, Art. 1, by mail, voice only',
    ]);
  });

  it('answer with --json what the web API answers', async () => {
    const desk = new Desk(world);
    const at = world.clock.now().toISOString();
    const asked: [string[], unknown][] = [
      [['explain', released, '--team', 'cncert'], await desk.explain(released, 'cncert')],
      [['replay', released, '--team', 'cncert', '--at', at], await desk.replay(released, 'cncert', at)],
      [['preview', draft], await desk.preview(draft)],
    ];
    for (const [words, view] of asked) expect(JSON.parse(await say(...words, '--json', ...by))).toEqual(view);
  });

  it('are written down in the name of the person, and as of the command line', async () => {
    const added = await addedToHouseLog(world, 'pkcert', () =>
      say('explain', draft, '--team', 'public', ...by),
    );
    const shared = { person: world.people['pkcert-liaison'], through: 'command-line', team: 'public' };
    expect(added).toMatchObject([{ kind: 'decision-asked', shared }]);
  });

  it.each([
    ['an analyst', 'analyst@pkcert.example'],
    ['an administrator', 'administrator@pkcert.example'],
    ['nobody', 'nobody@pkcert.example'],
  ])('are not asked in the name of %s', async (_, email) => {
    await expect(say('explain', draft, '--team', 'cncert', '--by', email)).rejects.toMatchObject({
      status: 422,
      errors: [{ field: '--by' }],
    });
  });

  it('find nothing for people of another organization', async () => {
    const words = ['explain', draft, '--team', 'cncert', '--by', 'liaison@cncert.example'];
    await expect(say(...words)).rejects.toMatchObject({ status: 404 });
  });

  it.each<[string, string[]]>([
    ['item', ['explain', 'x', '--team', 'cncert']],
    ['version', ['explain', 'PK-0000-0000-X', '--team', 'cncert', '--item-version', 'latest']],
    ['team', ['explain', 'PK-0000-0000-X', '--team', 'CNCERT']],
    ['at', ['replay', 'PK-0000-0000-X', '--team', 'cncert', '--at', 'yesterday']],
  ])('refuse a bad %s as the web API does', async (field, words) => {
    const said = await say(...words, ...by).catch((error: unknown) => error);
    const { status, errors } = said as Refusal;
    expect([status, [...new Set(errors.map((one) => one.field))]]).toEqual([422, [field]]);
  });
});
