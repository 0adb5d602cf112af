import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { Channel, Purpose } from '../../src/disclosure/rules/vocabulary';
import { faultsOf } from './case-faults';
import { instant } from './case-instants';
import type { Case, CaseQuestion } from './case-types';
import { type Defaults, worldOf, type WrittenWorld } from './case-world';
import { releasesOf } from './given-releases';
import type { GivenWorld } from './given-world';

interface WrittenQuestion extends Partial<
  Omit<CaseQuestion, 'at' | 'person' | 'expected' | 'channel' | 'purpose'>
> {
  person?: string;
  /** As over HTTP, unless it says otherwise. */
  channel?: 'none' | Channel;
  purpose?: 'none' | Purpose;
  at?: string;
  expect: 'released' | 'withheld';
  basis?: 'own' | 'public' | 'grant';
  under?: string;
  forbidding?: Record<string, string[]>;
  parts?: Record<string, string>;
}
interface WrittenCase extends WrittenWorld {
  name: string;
  questions: WrittenQuestion[];
}
interface CaseFile {
  rule: string;
  defaults: Defaults & { question: Omit<WrittenQuestion, 'expect'> };
  cases: WrittenCase[];
}

function questionOf(
  defaults: CaseFile['defaults'],
  written: WrittenQuestion,
  world: GivenWorld,
): CaseQuestion {
  const {
    reader,
    person = 'none',
    at,
    subject = 'content',
    received = false,
    ...rest
  } = { ...defaults.question, ...written };
  const versions = world.items[0]!.versions.length;
  const version = rest.version ?? versions;
  if (reader === undefined || at === undefined) throw new Error('a question has no reader or no instant');
  if (version > versions) throw new Error(`a question is about version ${version} of ${versions}`);
  const { channel = 'rest', purpose = 'none' } = rest;
  const { expect: verdict, basis = null, under = null, forbidding = {}, parts = {} } = rest;
  return {
    reader,
    person: person === 'none' ? null : person,
    at: instant(at),
    subject,
    received,
    version,
    channel: channel === 'none' ? null : channel,
    purpose: purpose === 'none' ? null : purpose,
    expected: { verdict, basis, under, forbidding, parts },
  };
}

/** Releases follow one another and a withdrawal follows them: nothing is moved to make it fit. */
function refuseMoved({ items }: GivenWorld): void {
  for (const item of items) {
    const { releases, withdrawnAt } = releasesOf(item);
    const moved = item.versions.some(({ released }, index) => (releases[index]?.at ?? null) !== released);
    if (moved || withdrawnAt !== item.withdrawn)
      throw new Error('a release does not follow the last, or a withdrawal follows no release');
  }
}

function caseOf(defaults: CaseFile['defaults'], file: string, written: WrittenCase): Case {
  try {
    const world = worldOf(defaults, written);
    refuseMoved(world);
    return {
      title: `${file}: ${written.name}`,
      world,
      questions: written.questions.map((question) => questionOf(defaults, question, world)),
      refusedAtEntry: written['refused at entry'] ?? null,
    };
  } catch (error) {
    throw new Error(`${file}: “${written.name}”: ${(error as Error).message}`, { cause: error });
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** The cases that a text holds. @throws Error with every fault of its form, or the first of its sense */
export function casesIn(file: string, text: string): Case[] {
  const document = parsed(file, text);
  const faults = faultsOf(document);
  if (faults.length > 0) throw new Error(faults.map((fault) => `${file}: ${fault}`).join('\n'));
  const { defaults, cases } = document as CaseFile;
  return cases.map((one) => caseOf(defaults, file, one));
}

let read: Case[] | undefined;

/** All cases, file by file; they are read once. */
export function readCases(): readonly Case[] {
  const files = () => readdirSync(__dirname).filter((file) => file.endsWith('.yaml'));
  read ??= files()
    .toSorted()
    .flatMap((file) => casesIn(basename(file, '.yaml'), readFileSync(join(__dirname, file), 'utf8')));
  return read;
}
