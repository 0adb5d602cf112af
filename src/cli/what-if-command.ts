import type { Command } from 'commander';
import { AskWhatIf, type WhatIfPage, WhatIfItemsQuery, WhatIfQuery } from '../agreements';
import { answer, BY, checked, everyPage, type Open, type Words } from './ask-question';
import { whatIfItemLines, whatIfLines } from './what-if-lines';

/** `accord what-if`: the counts, or with `--items` every item. */
export function whatIfCommand(program: Command, open: Open): void {
  program
    .command('what-if')
    .description('which own items each team would gain and lose by a step of an agreement')
    .argument('<step>', 'enter, suspend, end, stop or resume')
    .requiredOption(...BY)
    .option('--agreement <reference>', 'with enter, suspend and end')
    .option('--terms <number>', 'with enter: which terms')
    .option('--from <handle>', 'with suspend: who sends; by default every direction')
    .option('--to <handle>', 'with suspend: who receives; with stop: the team')
    .option('--types <types>', 'with suspend: of which information types alone, with commas between them')
    .option('--pause <id>', 'with resume: the suspension or stop')
    .option('--at <instant>', 'when it takes effect, as 2026-03-01T09:00:00Z; by default now')
    .option('--until <instant>', 'with suspend: when it is over by itself')
    .option('--items', 'each item, not only how many')
    .option('--json', 'as the web API answers')
    .action((step: string, words: Words) => {
      const { agreement, terms, pause, from, to, types: information_types, at, until } = words;
      const sent = { step, agreement, terms, pause, from, to, information_types, at, until };
      if (words.items) return answerItems(open, words, sent);
      const query = checked(WhatIfQuery, sent);
      return answer(
        open,
        words,
        (app, _run, viewer) =>
          app.get(AskWhatIf, { strict: false }).counts(query, { viewer }, 'command-line'),
        whatIfLines,
      );
    });
}

function answerItems(open: Open, words: Words, sent: object): Promise<void> {
  const page = (cursor?: string) => checked(WhatIfItemsQuery, { ...sent, limit: 200, cursor });
  const first = page();
  return answer<WhatIfPage>(
    open,
    words,
    (app, _run, viewer) =>
      everyPage((cursor) =>
        app
          .get(AskWhatIf, { strict: false })
          .items(cursor ? page(cursor) : first, { viewer }, 'command-line'),
      ),
    whatIfItemLines,
  );
}
