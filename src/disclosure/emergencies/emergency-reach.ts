import { Injectable } from '@nestjs/common';
import { judgeTeam, SOMEBODY_ELSE } from '../questions/judge-team';
import { QuestionsStore, type TeamGrants } from '../questions/questions.store';
import type { ItemFacts } from '../rules/question';

/** Teams by id and handle: who gets what one person releases alone, and who gets nothing for this reason alone. */
export interface Reach {
  reaches: { id: string; handle: string }[];
  leftOut: { id: string; handle: string }[];
}

/** Says whom a release by one person alone reaches by the terms of each team, and whom it does not. */
@Injectable()
export class EmergencyReach {
  constructor(private readonly questions: QuestionsStore) {}

  /** @param released when the version would be released */
  async of(version: { id: string; number: number }, released: Date): Promise<Reach> {
    const facts = await this.questions.itemFacts(version);
    const item: ItemFacts = {
      ...facts,
      release: {
        ...{ at: released.getTime(), by: [SOMEBODY_ELSE], public: false },
        ...{ emergency: true, supersededAt: null },
      },
    };
    const at = Math.max(released.getTime(), facts.embargoUntil ?? 0);
    const reach: Reach = { reaches: [], leftOut: [] };
    for (const team of await this.questions.teams()) {
      const { id, handle } = team;
      const found = standing(team, item, at);
      if (found) reach[found].push({ id, handle });
    }
    return reach;
  }
}

/** Null for a team that would not get the version however it were released. */
function standing(team: TeamGrants, item: ItemFacts, at: number): keyof Reach | null {
  const { decision } = judgeTeam(team, item, at);
  if (decision.released) return 'reaches';
  const alone = decision.bases.some(({ basis, verdicts }) => {
    const forbidding = verdicts.filter(({ verdict }) => verdict === 'forbids');
    return basis === 'grant' && forbidding.length > 0 && forbidding.every(({ rule }) => rule === 'D-13');
  });
  return alone ? 'leftOut' : null;
}
