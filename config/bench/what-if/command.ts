import { NestFactory } from '@nestjs/core';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { AppModule } from '../../../src/app.module';
import type { Settings } from '../../../src/platform/settings';
import { type BenchDatabase, openBenchDatabase } from '../database';
import type { Spread } from '../measure';
import { machine } from '../report';
import { seedQuestions } from './seed';
import { measureQuestions } from './subject';

export interface WhatIfOptions {
  versions: number;
  teams: number;
  rounds: number;
  actRounds: number;
  json?: string;
  fresh: boolean;
}

const spreadOf = ({ median, low, high }: Spread) =>
  [median, low, high].map((one) => (one * 1e3).toFixed(0)).join(' / ');

/** Settings of an application that no one reaches: its secret guards nothing. */
const settingsOf = ({ appUrl, ownerUrl, jobsUrl }: BenchDatabase): Settings => ({
  ...{
    port: 0,
    host: '127.0.0.1',
    dataDir: tmpdir(),
    secret: 'a secret of the benchmark that guards nothing',
  },
  ...{ databaseUrl: appUrl, migrationDatabaseUrl: ownerUrl, jobsDatabaseUrl: jobsUrl },
  ...{ publicUrl: 'http://accord.example', logLevel: 'error', metricsHost: '127.0.0.1' },
  ...{ rateLimitAddress: 0, rateLimitAccount: 0, rateLimitKey: 0, quotaAccount: 0, quotaKey: 0 },
  ...{ trustedProxies: [], drainNotice: 0, drainDeadline: 30 },
});

/** Seeds what is missing, measures, and prints a line for each question and for each act beside it, in milliseconds. */
export async function whatIfBench(options: WhatIfOptions): Promise<void> {
  const { versions, teams } = options;
  const sizes = { versions, teams };
  const rounds = { questions: options.rounds, acts: options.actRounds };
  const database = await openBenchDatabase('what_if', `${versions}_${teams}`, options);
  try {
    if (!database.seeded) {
      await seedQuestions(database.client, sizes, (text) => console.log(`seeding: ${text}`));
      await database.markSeeded();
    }
    const app = await NestFactory.createApplicationContext(
      AppModule.forRoot(settingsOf(database), database),
      {
        logger: ['error', 'fatal'],
      },
    );
    const figures = await measureQuestions(app, sizes, rounds).finally(() => app.close());
    console.log(`what-if: ${versions} versions; ms at the median / 10 % / 90 %`);
    for (const { question, items, alone } of figures.questions)
      console.log(`${question.padEnd(14)} ${String(items).padStart(8)} items  ${spreadOf(alone)}`);
    for (const { what, question, alone, meanwhile } of figures.acts)
      console.log(
        `${what.padEnd(14)} alone ${spreadOf(alone)}  while ${question} is asked ${spreadOf(meanwhile)}`,
      );
    if (options.json)
      await writeFile(
        options.json,
        `${JSON.stringify({ ...machine(), sizes, rounds, ...figures }, null, 2)}\n`,
      );
  } finally {
    await database.close();
  }
}
