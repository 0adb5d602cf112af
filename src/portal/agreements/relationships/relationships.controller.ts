import { Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { redStandings } from '../../frame/red-standing';
import { answerPage } from '../../screen/answer';
import { type Screen, type Standing, standingOf } from '../../screen/screen';
import { WithStanding } from '../../screen/screen.guard';
import { OnScreen, Screens } from '../../screen/screens';
import { given } from '../../web-api/refused';
import type { Agreement } from '../agreement';
import { edgesOf } from './edges';
import { RelationshipsPage } from './relationships.page';

/** Agreements that are not in force are looked at one by one; more than these are left to the list. */
const MOST = 20;

/** The reader's relationships as a graph with a table behind it. */
@Screens('agreements/relationships')
@WithStanding()
export class RelationshipScreens {
  @Get()
  async show(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const own = screen.me?.organization.handle ?? '';
    const standing = standingOf(screen);
    const [notInForce, standings, { items: agreements }] = await Promise.all([
      this.notInForce(screen, standing),
      redStandings(screen),
      given(screen.api.GET('/api/v1/agreements', { params: { query: { limit: 200 } } })),
    ]);
    const edges = edgesOf(own, standing, notInForce);
    answerPage(response, RelationshipsPage({ screen, edges, standings, agreements }));
  }

  private notInForce(screen: Screen, { agreements }: Standing): Promise<Agreement[]> {
    const references = (agreements ?? [])
      .filter(({ in_force: inForce, roles }) => !inForce && roles.includes('operating_cert'))
      .slice(0, MOST)
      .map(({ reference }) => reference);
    return Promise.all(
      references.map((reference) =>
        given(screen.api.GET('/api/v1/agreements/{reference}', { params: { path: { reference } } })),
      ),
    );
  }
}
