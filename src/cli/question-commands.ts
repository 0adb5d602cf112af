import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { Command } from 'commander';
import { AppModule } from '../app.module';
import {
  ExplainDecision,
  ExplainQuery,
  PreviewQuery,
  PreviewRelease,
  type PreviewView,
  ReplayDecision,
  ReplayQuery,
} from '../disclosure';
import { prepareDatabase } from '../platform/prepare-database';
import { Refusal } from '../platform/refusal';
import { loadSettings } from '../platform/settings';
import type { Viewer } from '../platform/viewer';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { askingViewer } from './asking-viewer';
import { decisionLines, previewLines, replayLines } from './question-lines';

interface Words {
  by: string;
  json?: boolean;
  team?: string;
  at?: string;
  itemVersion?: string;
  public?: boolean;
}

/** What the options say, checked as the web API checks it. @throws Refusal 422 */
function checked<Query extends object>(type: new () => Query, words: object): Query {
  const query = plainToInstance(type, words);
  const faults = validateSync(query, { whitelist: true, forbidNonWhitelisted: true });
  if (faults.length === 0) return query;
  throw Refusal.invalid(
    ...faults.flatMap(({ property, constraints = {} }) =>
      Object.entries(constraints).map(([rule, message]) => ({ field: property, rule, message })),
    ),
  );
}

/** All pages of a preview as one, each asked for in a transaction of its own. */
async function everyPage(ask: (cursor: string | undefined) => Promise<PreviewView>): Promise<PreviewView> {
  const view = await ask(undefined);
  for (let cursor = view.next; cursor;) {
    const page = await ask(cursor);
    view.items.push(...page.items);
    cursor = page.next;
  }
  return { ...view, next: null };
}

/** Where questions are asked, and in whose name. */
export interface Opened {
  app: INestApplicationContext;
  viewer: Viewer;
  close(): Promise<void>;
}
type Open = (by: string) => Promise<Opened>;

/** The installation of this folder, beside a running server or without one, in the name of a person. */
async function openInstallation(by: string): Promise<Opened> {
  const settings = loadSettings();
  const database = await prepareDatabase(settings);
  try {
    const viewer = await askingViewer(database.ownerUrl, by);
    const app = await NestFactory.createApplicationContext(AppModule.forRoot(settings, database), {
      logger: ['error', 'fatal'],
      abortOnError: false,
    });
    const close = async () => {
      await app.close();
      await database.stop();
    };
    return { app, viewer, close };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

type Ask<View> = (
  app: INestApplicationContext,
  run: <T>(work: () => Promise<T>) => Promise<T>,
) => Promise<View>;

async function answer<View extends object>(
  open: Open,
  { by, json }: Words,
  ask: Ask<View>,
  lines: (view: View) => string[],
): Promise<void> {
  const { app, viewer, close } = await open(by);
  try {
    const transaction = app.get(ViewerTransaction, { strict: false });
    const view = await ask(app, (work) => transaction.run(viewer, work));
    console.log(json ? JSON.stringify(view, null, 2) : lines(view).join('\n'));
  } finally {
    await close();
  }
}

const question = (program: Command, name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .argument('<item>', 'id of an own item, or a reference of it')
    .requiredOption(
      '--by <email>',
      'liaison, releaser or auditor of its owner, in whose name you ask; it is recorded',
    )
    .option('--item-version <number>', 'version of the item')
    .option('--json', 'as the web API answers');

/** `accord explain`, `accord replay` and `accord preview`. */
export function questionCommands(program: Command, open: Open = openInstallation): void {
  question(program, 'explain', 'why a team may see an item now, or may not')
    .requiredOption('--team <handle>', 'the team; `public` for everybody')
    .action((item: string, words: Words) => {
      const query = checked(ExplainQuery, { item, version: words.itemVersion, team: words.team });
      return answer(
        open,
        words,
        (app, run) => run(() => app.get(ExplainDecision, { strict: false }).execute(query, 'command-line')),
        decisionLines,
      );
    });

  question(program, 'replay', 'the same as it stood at a past instant, beside what was recorded')
    .requiredOption('--team <handle>', 'the team; `public` for everybody')
    .requiredOption('--at <instant>', 'with its zone, as 2026-03-01T09:00:00Z')
    .action((item: string, words: Words) => {
      const { itemVersion: version, team, at } = words;
      const query = checked(ReplayQuery, { item, version, team, at });
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
}
