import { Command } from 'commander';
import { askingViewer } from '../../src/cli/asking-viewer';
import type { Opened } from '../../src/cli/ask-question';
import { whatIfCommand } from '../../src/cli/what-if-command';
import { addedToHouseLog, type World } from '../cast';
import { Sharing } from '../disclosure/sharing-world';
import { WhatIfDesk } from './what-if-asking';

describe('what if, on the command line', () => {
  let sharing: Sharing;
  let world: World;
  beforeAll(async () => {
    sharing = await Sharing.start();
    world = sharing.world;
    await sharing.inForce('cncert', 'PK-CN');
    await sharing.released('Shared');
    world.clock.advance(1000);
    await sharing.inForce('cncert', 'PK-CN-2', { reach_back: 'all', clause: 'Art. 7' });
    await sharing.unsigned('dunmere', 'PK-XD', { reach_back: 'all' });
    world.clock.advance(1000);
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
      whatIfCommand(program, open);
      await program.parseAsync(['what-if', ...words], { from: 'user' });
    } finally {
      log.mockRestore();
    }
    return printed.join('\n');
  };
  const by = ['--by', 'auditor@pkcert.example'];
  const enters = ['enter', '--agreement', 'PK-XD', '--terms', '1', ...by];

  it('counts for each team', async () => {
    const now = world.clock.now().toISOString();
    expect((await say(...enters)).split('\n')).toEqual([
      `If terms 1 of PK-XD were signed by all and entered into force, at ${now}:`,
      'dunmere would gain 1, lose 0, see other parts of 0, and see 0 on another basis.',
    ]);
    expect(await say('stop', '--to', 'cncert', ...by)).toContain('cncert would gain 0, lose 1,');
  });

  it('names each item, and on which basis it is and would be seen', async () => {
    expect((await say(...enters, '--items')).split('\n')[1]).toMatch(
      /^\+ dunmere PK-\S+ Shared \(PK-XD, terms 1, Art. 1\)$/,
    );
    const text = await say('end', '--agreement', 'PK-CN', '--items', ...by);
    expect(text).toMatch(
      /^ {2}cncert PK-\S+ Shared \(PK-CN, terms 1, Art. 1; then PK-CN-2, terms 1, Art. 7\)$/m,
    );
    const ofOther = ['suspend', '--agreement', 'PK-CN', '--from', 'pkcert', '--to', 'cncert', ...by];
    expect(await say(...ofOther)).toContain('If PK-CN were suspended from pkcert to cncert, at ');
    const pause = await sharing.suspend('PK-CN');
    const over = await say('resume', '--pause', pause, '--items', ...by);
    expect(over).toContain(`If the pause ${pause} were over, at `);
    expect(over).toMatch(
      /^ {2}cncert PK-\S+ Shared \(PK-CN-2, terms 1, Art. 7; then PK-CN, terms 1, Art. 1\)$/m,
    );
    await sharing.resume(pause);
    expect(await say('end', '--agreement', 'PK-XD', '--items', ...by)).toContain(
      'No team’s list would change.',
    );
  });

  it('answers with --json what the web API answers', async () => {
    const desk = new WhatIfDesk(world, 'pkcert-auditor');
    const query = { step: 'enter', agreement: 'PK-XD', terms: 1 };
    expect(JSON.parse(await say(...enters, '--json'))).toEqual(await desk.counts(query));
    expect(JSON.parse(await say(...enters, '--json', '--items'))).toEqual(await desk.page(query));
  });

  it('is written down as of the command line, and changes nothing', async () => {
    const added = await addedToHouseLog(world, 'pkcert', () => say(...enters));
    const shared = { question: 'what-if', person: world.people['pkcert-auditor'], through: 'command-line' };
    expect(added).toMatchObject([{ kind: 'decision-asked', shared }]);
  });

  it.each<[string, string[]]>([
    ['step', ['accede', '--agreement', 'PK-CN']],
    ['terms', ['enter', '--agreement', 'PK-XD', '--terms', 'latest']],
    ['agreement', ['end']],
    ['at', ['stop', '--to', 'cncert', '--at', '2026-03-03T00:00:00Z']],
  ])('refuses a bad %s as the web API does', async (field, words) => {
    const errors = expect.arrayContaining([expect.objectContaining({ field })]) as unknown;
    const refusal = { status: 422, errors };
    await expect(say(...words, ...by)).rejects.toMatchObject(refusal);
    await expect(say(...words, '--items', ...by)).rejects.toMatchObject(refusal);
  });

  it('finds nothing for people of an organization that is no party', async () => {
    const words = ['end', '--agreement', 'PK-CN', '--by', 'liaison@corvia.example'];
    await expect(say(...words)).rejects.toMatchObject({ status: 404 });
  });
});
