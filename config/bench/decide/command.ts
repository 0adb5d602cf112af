import { writeFile } from 'node:fs/promises';
import { admits, decide } from '../../../src/disclosure/rules/decide';
import type { Question } from '../../../src/disclosure/rules/question';
import { type Spread, spread } from '../measure';
import { barsAsSvg, machine } from '../report';
import { byHand } from './by-hand';
import { casl } from './casl';
import { cedar } from './cedar';
import { decisionWorld } from './world';

export interface DecideOptions {
  organizations: number;
  partners: number;
  questions: number;
  rounds: number;
  json?: string;
  svg?: string;
}

type Contender = (question: Question, n: number) => boolean;

/** All contenders must give one answer, or their times say nothing about each other. */
function refuseOtherAnswers(questions: readonly Question[], contenders: Record<string, Contender>): number {
  let admitted = 0;
  for (const [n, question] of questions.entries()) {
    const answers = Object.entries(contenders).map(([name, ask]) => [name, ask(question, n)] as const);
    if (new Set(answers.map(([, answer]) => answer)).size > 1)
      throw new Error(`They disagree: ${JSON.stringify({ answers, question })}`);
    if (answers[0]?.[1]) admitted += 1;
  }
  return admitted;
}

/** Seconds for all questions, of each contender, in turns; each round begins with another of them. */
function measure(
  questions: readonly Question[],
  contenders: Record<string, Contender>,
  rounds: number,
): Record<string, Spread> {
  const names = Object.keys(contenders);
  const times = new Map(names.map((name) => [name, [] as number[]]));
  const warm = Math.ceil(rounds / 5);
  for (let round = 0; round < rounds + warm; round += 1)
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length]!;
      const ask = contenders[name]!;
      const begun = process.hrtime.bigint();
      for (let n = 0; n < questions.length; n += 1) ask(questions[n]!, n);
      if (round >= warm) times.get(name)!.push(Number(process.hrtime.bigint() - begun) / 1e9);
    }
  return Object.fromEntries(names.map((name) => [name, spread(times.get(name)!)]));
}

/** Decisions per second of decide(), of its verdict alone, and of others on the same world, and how they compare. */
export async function decideBench(options: DecideOptions): Promise<void> {
  const { grants, questions } = decisionWorld(options);
  const contenders: Record<string, Contender> = {
    'Accord, verdict only': admits,
    'Accord, with reasons': (question) => decide(question).released,
    'CASL, ability cached': casl(grants, questions),
    'Cedar, policies parsed': cedar(grants, questions),
    'map written by hand': byHand(grants),
  };
  const admitted = refuseOtherAnswers(questions, contenders);
  const times = measure(questions, contenders, options.rounds);
  const perSecond = ({ median }: Spread) => questions.length / median;
  const of = (name: string) => times[name]!;
  console.log(
    `decide: ${questions.length} questions (${admitted} admitted), ${options.organizations} organizations, ${grants.length} grants; ${options.rounds} rounds in turns`,
  );
  for (const [name, time] of Object.entries(times))
    console.log(
      `${name.padEnd(24)} ${Math.round(perSecond(time)).toLocaleString('en').padStart(12)} a second  (${[time.high, time.low].map((seconds) => Math.round(questions.length / seconds).toLocaleString('en')).join(' … ')})`,
    );
  const ratio = (subject: string, baseline: string) => of(baseline).median / of(subject).median;
  const figures = [
    { label: 'with reasons, beside Cedar', value: ratio('Accord, with reasons', 'Cedar, policies parsed') },
    { label: 'verdict only, beside CASL', value: ratio('Accord, verdict only', 'CASL, ability cached') },
    { label: 'verdict only, beside the map', value: ratio('Accord, verdict only', 'map written by hand') },
    {
      label: 'verdict only, beside with reasons',
      value: ratio('Accord, verdict only', 'Accord, with reasons'),
    },
  ];
  for (const { label, value } of figures) console.log(`${label.padEnd(36)} ratio ${value.toFixed(2)}`);
  if (options.json)
    await writeFile(
      options.json,
      `${JSON.stringify({ ...machine(), ...options, figures, times }, null, 2)}\n`,
    );
  if (options.svg)
    await writeFile(options.svg, barsAsSvg('Decisions a second, as a multiple of the other', figures));
}
