import type { INestApplication } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { STORY } from '../../src/cli/demo/chapters';
import type { Listener } from '../../src/cli/demo/http-client';
import { type SeededCast, seedCast } from '../../src/cli/demo/seed-cast';
import { setStage, type Stage } from '../../src/cli/demo/stage';
import { Story } from '../../src/cli/demo/story';
import { entities } from '../../src/entities';
import { Clock } from '../../src/platform/clock';
import { createDataSource } from '../../src/platform/data-source';
import { Sequencer } from '../../src/record';
import { PASSWORD } from '../cast';
import { startApplication } from '../cast/application';
import { insertRow } from '../cases/given-rows';
import { freshDatabase } from '../database';

/** An application with the cast in it, by the clock of the machine. */
export interface CastWorld {
  app: INestApplication;
  url: string;
  seeded: SeededCast;
  close: () => Promise<void>;
}

export async function castWorld(): Promise<CastWorld> {
  const database = await freshDatabase();
  const owner = await createDataSource(database.ownerUrl, { entities }).initialize();
  const seeded = await seedCast({ owner, clock: new Clock() }, PASSWORD);
  await contactOnFile(owner, seeded);
  await owner.destroy();
  const unlimited = { rateLimitAddress: 0, rateLimitAccount: 0, rateLimitKey: 0 };
  const app = await startApplication(database, new Clock(), { settings: unlimited });
  app.get(Sequencer, { strict: false }).start();
  return { app, url: await app.getUrl(), seeded, close: () => app.close() };
}

/** A number of CNCERT/CC that has been on file for four days, so that its duty officer can be called back. */
async function contactOnFile(owner: DataSource, { organizations, people }: SeededCast): Promise<void> {
  const contact = { contact_id: randomUUID(), organization_id: organizations.cncert };
  await insertRow(owner, 'organization_contact', {
    ...{ id: contact.contact_id, organization_id: contact.organization_id },
  });
  await insertRow(owner, 'organization_contact_version', {
    ...{ ...contact, version: 1, role: 'duty', email: 'duty@cncert.example', telephone: '+12025550177' },
    ...{ languages: [], emergency: false, at: new Date(Date.now() - 4 * 86_400_000) },
    ...{ recorded_by: people['cncert-administrator'] },
  });
}

/** Plays the demonstration's story at an address. @returns the stage, and the steps that did not hold */
export async function playStory(url: string, heard: Listener): Promise<{ stage: Stage; failed: string[] }> {
  const lines: string[] = [];
  const stage = await setStage(url, PASSWORD, new Story((line) => lines.push(line)), heard);
  for (const chapter of STORY) await chapter(stage);
  return {
    stage,
    failed: lines.filter((_, n) => lines[n]!.startsWith('✗') || lines[n - 1]?.startsWith('✗')),
  };
}
