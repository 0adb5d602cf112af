import type { Command } from 'commander';
import {
  ExplainDecision,
  ExplainQuery,
  PreviewQuery,
  PreviewRelease,
  ReplayDecision,
  ReplayQuery,
} from '../disclosure';
import { answer, BY, checked, everyPage, type Open, openInstallation, type Words } from './ask-question';
import { decisionLines, previewLines, replayLines } from './question-lines';
import { whatIfCommand } from './what-if-command';

/** Of whom of the team it is asked. */
const PERSON = [
  '--person <account>',
  'a duty officer of the team whom you named, verified or may name',
] as const;

const question = (program: Command, name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .argument('<item>', 'id of an own item, or a reference of it')
    .requiredOption(...BY)
    .option('--item-version <number>', 'version of the item')
    .option('--json', 'as the web API answers');

const TEAM = ['--team <handle>', 'the team; `public` for everybody'] as const;
const CHANNEL = ['--channel <name>', 'by which it would be asked for'] as const;
const PURPOSE = ['--purpose <name>', 'what the request would say it is for'] as const;

/** `accord explain`, `accord replay`, `accord preview` and `accord what-if`. */
export function questionCommands(program: Command, open: Open = openInstallation): void {
  question(program, 'explain', 'why a team may see an item now, or may not')
    .requiredOption(...TEAM)
    .option(...PERSON)
    .option(...CHANNEL)
    .option(...PURPOSE)
    .action((item: string, words: Words) => {
      const { itemVersion: version, team, person, channel, purpose } = words;
      const query = checked(ExplainQuery, { item, version, team, person, channel, purpose });
      return answer(
        open,
        words,
        (app, run) => run(() => app.get(ExplainDecision, { strict: false }).execute(query, 'command-line')),
        decisionLines,
      );
    });

  question(program, 'replay', 'the same as it stood at a past instant, beside what was recorded')
    .requiredOption(...TEAM)
    .option(...PERSON)
    .requiredOption('--at <instant>', 'with its zone, as 2026-03-01T09:00:00Z')
    .option(...CHANNEL)
    .option(...PURPOSE)
    .action((item: string, words: Words) => {
      const { itemVersion: version, team, person, at, channel, purpose } = words;
      const query = checked(ReplayQuery, { item, version, team, person, at, channel, purpose });
      return answer(
        open,
        words,
        (app, run) => run(() => app.get(ReplayDecision, { strict: false }).execute(query, 'command-line')),
        replayLines,
      );
    });

  question(program, 'preview', 'who would get the latest version of an item if it were released now')
    .option('--public', 'released to everybody')
    .action((item: string, words: Words) => {
      const sent = { item, version: words.itemVersion, public: words.public ? 'true' : 'false' };
      const page = (cursor?: string) => checked(PreviewQuery, { ...sent, limit: 200, cursor });
      return answer(
        open,
        words,
        (app, run) =>
          everyPage((cursor) =>
            run(() => app.get(PreviewRelease, { strict: false }).execute(page(cursor), 'command-line')),
          ),
        previewLines,
      );
    });

  whatIfCommand(program, open);
}
