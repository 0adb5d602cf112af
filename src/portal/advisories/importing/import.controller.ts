import { Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage } from '../../screen/answer';
import { type SentFile, SentFiles, TakesFiles } from '../../screen/files';
import { requireRole, type Screen } from '../../screen/screen';
import { type Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { tried } from '../../web-api/refused';
import { described } from './described';
import { type HeldDocument, unheld } from './held-documents';
import { ImportPage } from './import.page';
import type { Outcome } from './outcome';

/** How many documents are sent at once. */
const MOST = 20;

/** Importing CSAF documents from files. */
@Screens('advisories/import')
export class ImportScreens {
  @Get()
  show(@OnScreen() screen: Screen, @Res() response: Response): void {
    requireRole(screen, 'analyst');
    answerPage(response, ImportPage({ screen }));
  }

  @Post()
  @TakesFiles('analyst', 'files', MOST)
  async send(
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @SentFiles() files: SentFile[],
    @Res() response: Response,
  ): Promise<void> {
    if (form.text('act') === 'import') {
      const done: Outcome[] = [];
      // One at a time, and none is kept: together they may be many times what was sent.
      for (const text of form.list('held')) {
        const document = unheld(text);
        if (document) done.push({ ...(await one(screen, document, false)), bytes: Buffer.alloc(0) });
      }
      return answerPage(response, ImportPage({ screen, done, nothingSent: done.length === 0 }));
    }
    const documents = files.map(({ originalname, buffer }) => ({
      name: nameOf(originalname),
      bytes: buffer,
    }));
    const outcomes = await each(screen, documents, true);
    answerPage(response, ImportPage({ screen, tried: outcomes, nothingSent: outcomes.length === 0 }));
  }
}

/** Forms name files in the bytes of their page, which are UTF-8; the parser takes them for Latin letters (RFC 7578 §5.1). */
const nameOf = (latin: string): string => {
  const name = Buffer.from(latin, 'latin1').toString('utf8');
  return name.includes('\uFFFD') ? latin : name;
};

/** One after the other, so that a later document of one advisory finds the earlier. */
async function each(screen: Screen, documents: readonly HeldDocument[], dryRun: boolean): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const document of documents) outcomes.push(await one(screen, document, dryRun));
  return outcomes;
}

async function one({ api }: Screen, document: HeldDocument, dryRun: boolean): Promise<Outcome> {
  const { data, refused } = await tried(
    api.POST('/api/v1/advisories/imports', {
      params: { query: dryRun ? { dry_run: 'true' } : {} },
      headers: { 'Content-Type': 'application/json' },
      // The very bytes, not what a parser makes of them.
      body: document.bytes as unknown as Record<string, never>,
      bodySerializer: (bytes) => bytes as unknown as BodyInit,
    }),
  );
  return { ...document, facts: described(document.bytes), report: data, refused };
}
