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

/** `accord explain`, `accord replay`, `accord preview` and `accord what-if`. */
export function questionCommands(program: Command, open: Open = openInstallation): void {
  question(program, 'explain', 'why a team may see an item now, or may not')
    .requiredOption('--team <handle>', 'the team; `public` for everybody')
    .option(...PERSON)
    .action((item: string, words: Words) => {
      const { itemVersion: version, team, person } = words;
      const query = checked(ExplainQuery, { item, version, team, person });
      return answer(
        open,
        words,
        (app, run) => run(() => app.get(ExplainDecision, { strict: false }).execute(query, 'command-line')),
        decisionLines,
      );
    });

  question(program, 'replay', 'the same as it stood at a past instant, beside what was recorded')
    .requiredOption('--team <handle>', 'the team; `public` for everybody')
    .option(...PERSON)
    .requiredOption('--at <instant>', 'with its zone, as 2026-03-01T09:00:00Z')
    .action((item: string, words: Words) => {
      const { itemVersion: version, team, person, at } = words;
      const query = checked(ReplayQuery, { item, version, team, person, at });
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
