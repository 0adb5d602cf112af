import { Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage } from '../../screen/answer';
import { hasRole, type Me, type Screen } from '../../screen/screen';
import { OnScreen, Screens } from '../../screen/screens';
import { given } from '../../web-api/refused';
import type { Agreement } from '../agreement';
import { edgesOf } from './edges';
import { type Flowed, RelationshipsPage } from './relationships.page';

/** Agreements that are not in force are looked at one by one; more than these are left to the list. */
const MOST = 20;

/** The reader's relationships as a graph with a table behind it. */
@Screens('agreements/relationships')
export class RelationshipScreens {
  @Get()
  async show(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const me = screen.me!;
    const edges = edgesOf(me, await this.notInForce(screen, me));
    answerPage(response, RelationshipsPage({ screen, edges, flowed: await this.flowed(screen) }));
  }

  private notInForce(screen: Screen, me: Me): Promise<Agreement[]> {
    const references = (me.agreements ?? [])
      .filter(({ in_force: inForce, roles }) => !inForce && roles.includes('operating_cert'))
      .slice(0, MOST)
      .map(({ reference }) => reference);
    return Promise.all(
      references.map((reference) =>
        given(screen.api.GET('/api/v1/agreements/{reference}', { params: { path: { reference } } })),
      ),
    );
  }

  /** How much the log of each relationship holds: told to auditors alone. */
  private async flowed(screen: Screen): Promise<Flowed | undefined> {
    if (!hasRole(screen, 'auditor')) return undefined;
    const { items } = await given(screen.api.GET('/api/v1/logs'));
    return new Map(
      items.flatMap(({ agreement, entries }): [string, number][] =>
        agreement ? [[agreement, entries]] : [],
      ),
    );
  }
}
