import type { INestApplicationContext } from '@nestjs/common';
import { AskWhatIf } from '../../../src/agreements';
import type { WhatIfQuery } from '../../../src/agreements';
import { seconds, spread, type Spread } from '../measure';
import type { ReleaseSizes } from '../release/seed';
import { type Act, actsOf, OWNERS } from './acts';
import { agreementsOf, referenceOf } from './seed';

export interface QuestionFigure {
  readonly question: string;
  /** How many items the step would change. */
  readonly items: number;
  readonly alone: Spread;
}

export interface ActFigure {
  readonly what: string;
  readonly question: string;
  readonly alone: Spread;
  readonly meanwhile: Spread;
}

/** How long a question is under way before somebody else acts. */
const HEAD_START_MS = 150;
const sleep = (millis: number) => new Promise((settle) => setTimeout(settle, millis));

interface Put {
  readonly question: string;
  readonly query: WhatIfQuery;
  readonly ask: () => Promise<unknown>;
}

/** What may be asked over the whole catalogue: counts of a gain and of a loss, a page, and everything. */
function questionsOf(app: INestApplicationContext, sizes: ReleaseSizes): Put[] {
  const ask = app.get(AskWhatIf, { strict: false });
  const { asked, served } = agreementsOf(sizes);
  const by = { viewer: OWNERS };
  const enter = { step: 'enter', agreement: referenceOf(asked), terms: 1 } as const;
  const end = { step: 'end', agreement: referenceOf(served) } as const;
  const read = async () => {
    for await (const part of (await ask.csv(end, by)).getStream()) void part;
  };
  return [
    { question: 'terms enter', query: enter, ask: () => ask.counts(enter, by) },
    { question: 'an end', query: end, ask: () => ask.counts(end, by) },
    { question: 'a page', query: end, ask: () => ask.items({ ...end, limit: 50 }, by) },
    { question: 'CSV', query: end, ask: read },
  ];
}

/** Each question alone, and each act alone and while a question is answered. */
export async function measureQuestions(
  app: INestApplicationContext,
  sizes: ReleaseSizes,
  rounds: { questions: number; acts: number },
): Promise<{ questions: QuestionFigure[]; acts: ActFigure[] }> {
  const counts = app.get(AskWhatIf, { strict: false });
  const acts = actsOf(app, sizes);
  const alone = new Map<Act, Spread>();
  for (const act of acts) alone.set(act, await several(rounds.acts, () => seconds(act.run)));
  const figures = { questions: [] as QuestionFigure[], acts: [] as ActFigure[] };
  for (const { question, query, ask } of questionsOf(app, sizes)) {
    const { teams } = await counts.counts(query, { viewer: OWNERS });
    const items = teams.reduce((sum, { gains, loses }) => sum + gains + loses, 0);
    figures.questions.push({ question, items, alone: await several(rounds.questions, () => seconds(ask)) });
    for (const act of acts)
      figures.acts.push({
        ...{ what: act.what, question, alone: alone.get(act)! },
        meanwhile: await several(rounds.questions, () => beside(act, ask)),
      });
  }
  return figures;
}

/** How long an act takes while a question is answered. */
async function beside(act: Act, ask: () => Promise<unknown>): Promise<number> {
  const answered = ask();
  await sleep(HEAD_START_MS);
  const took = await seconds(act.run);
  await answered;
  return took;
}

async function several(rounds: number, once: () => Promise<number>): Promise<Spread> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await once());
  return spread(times);
}
