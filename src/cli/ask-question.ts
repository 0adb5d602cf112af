import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { AppModule } from '../app.module';
import { prepareDatabase } from '../platform/prepare-database';
import { Refusal } from '../platform/refusal';
import { loadSettings } from '../platform/settings';
import type { Viewer } from '../platform/viewer';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { askingViewer } from './asking-viewer';

/** What the options of a question say. */
export interface Words {
  by: string;
  json?: boolean;
  team?: string;
  person?: string;
  at?: string;
  channel?: string;
  purpose?: string;
  itemVersion?: string;
  public?: boolean;
  agreement?: string;
  terms?: string;
  pause?: string;
  from?: string;
  to?: string;
  types?: string;
  until?: string;
  items?: boolean;
}

/** In whose name a question is asked. */
export const BY = [
  '--by <email>',
  'liaison, releaser or auditor of the owner, in whose name you ask; it is recorded',
] as const;

/** What the options say, checked as the web API checks it. @throws Refusal 422 */
export function checked<Query extends object>(type: new () => Query, words: object): Query {
  const query = plainToInstance(type, words);
  const faults = validateSync(query, { whitelist: true, forbidNonWhitelisted: true });
  if (faults.length === 0) return query;
  throw Refusal.invalid(
    ...faults.flatMap(({ property, constraints = {} }) =>
      Object.entries(constraints).map(([rule, message]) => ({ field: property, rule, message })),
    ),
  );
}

/** All pages of an answer as one, each asked for in a transaction of its own. */
export async function everyPage<View extends { items: unknown[]; next: string | null }>(
  ask: (cursor: string | undefined) => Promise<View>,
): Promise<View> {
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
export type Open = (by: string) => Promise<Opened>;

/** The installation of this folder, beside a running server or without one, in the name of a person. */
export async function openInstallation(by: string): Promise<Opened> {
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
  viewer: Viewer,
) => Promise<View>;

/** Asks in the name of the person, in a transaction that `run` begins or in those of the question, and prints what is answered. */
export async function answer<View extends object>(
  open: Open,
  { by, json }: Words,
  ask: Ask<View>,
  lines: (view: View) => string[],
): Promise<void> {
  const { app, viewer, close } = await open(by);
  try {
    const transaction = app.get(ViewerTransaction, { strict: false });
    const view = await ask(app, (work) => transaction.run(viewer, work), viewer);
    console.log(json ? JSON.stringify(view, null, 2) : lines(view).join('\n'));
  } finally {
    await close();
  }
}
