import type { Command } from 'commander';
import { draftOf, TEMPLATES, termsOf } from '../../agreements';

interface Words {
  from: string;
  to: string[];
  reference?: string;
  title?: string;
}

const NAMES = TEMPLATES.map(({ name }) => name).join(', ');

/** The terms of a template, or with a reference the whole draft. */
function printTemplate(name: string, { from, to, reference, title }: Words): void {
  const template = TEMPLATES.find((one) => one.name === name);
  if (!template) throw new Error(`There is no template ${name}. There are: ${NAMES}.`);
  const teams = [...new Set([from, ...to])];
  const at = new Date();
  const body =
    reference === undefined
      ? termsOf(template, teams, at)
      : draftOf(template, teams, { reference, title: title ?? template.title, at });
  console.log(JSON.stringify(body, null, 2));
}

/** `accord agreement templates` and `accord agreement template`. */
export function templateCommands(agreement: Command): void {
  agreement
    .command('templates')
    .description('list the templates of terms that a draft may begin with')
    .action(() => {
      const width = Math.max(...TEMPLATES.map(({ name }) => name.length));
      for (const { name, summary } of TEMPLATES) console.log(`${name.padEnd(width)}  ${summary}`);
    });

  agreement
    .command('template')
    .description('print the terms of a template between teams, as the web API and the portal take them')
    .argument('<name>', NAMES)
    .requiredOption('--from <handle>', 'one team')
    .requiredOption(
      '--to <handle...>',
      'the other, or the others; each lets each of the others have the same',
    )
    .option(
      '--reference <reference>',
      'print a whole draft under this reference, to post to /api/v1/agreements',
    )
    .option('--title <title>', 'of the draft; by default that of the template')
    .action(printTemplate);
}
