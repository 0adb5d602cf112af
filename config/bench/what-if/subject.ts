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

/** Two questions over the whole catalogue, each alone and with each act while it is answered. */
export async function measureQuestions(
  app: INestApplicationContext,
  sizes: ReleaseSizes,
  rounds: { questions: number; acts: number },
): Promise<{ questions: QuestionFigure[]; acts: ActFigure[] }> {
  const { asked, served } = agreementsOf(sizes);
  const ask = app.get(AskWhatIf, { strict: false });
  const put = (query: WhatIfQuery) => ask.counts(query, { viewer: OWNERS });
  const queries: [string, WhatIfQuery][] = [
    ['terms enter', { step: 'enter', agreement: referenceOf(asked), terms: 1 }],
    ['an end', { step: 'end', agreement: referenceOf(served) }],
  ];
  const acts = actsOf(app, sizes);
  const alone = new Map<Act, Spread>();
  for (const act of acts) alone.set(act, await several(rounds.acts, () => seconds(act.run)));
  const figures = { questions: [] as QuestionFigure[], acts: [] as ActFigure[] };
  for (const [question, query] of queries) {
    const { teams } = await put(query);
    const items = teams.reduce((sum, { gains, loses }) => sum + gains + loses, 0);
    const own = await several(rounds.questions, () => seconds(() => put(query)));
    figures.questions.push({ question, items, alone: own });
    for (const act of acts) {
      const meanwhile = await several(rounds.questions, async () => {
        const answered = put(query);
        await sleep(HEAD_START_MS);
        const took = await seconds(act.run);
        await answered;
        return took;
      });
      figures.acts.push({ what: act.what, question, alone: alone.get(act)!, meanwhile });
    }
  }
  return figures;
}

async function several(rounds: number, once: () => Promise<number>): Promise<Spread> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await once());
  return spread(times);
}
