import { Injectable } from '@nestjs/common';
import { Paging } from '../../platform/paging';
import { Refusal } from '../../platform/refusal';
import { PUBLIC_TEAM } from '../../platform/viewer';
import { type AwaitedConsent, AwaitedConsents } from '../consent-requests/awaited-consents';
import { ReleaseItem } from '../items/release-item';
import { EVERYBODY } from '../rules/sight-change';
import { RULES_VERSION } from '../rules/decide';
import { nearMiss } from '../rules/near-miss';
import type { ItemFacts } from '../rules/question';
import { Asking, type Through } from './asking';
import { basisName, type Handles, transformationView, verdictView } from './in-words';
import type { PreviewCounts, PreviewView, TeamPreview } from './preview.view';
import type { PreviewQuery } from './questions.dto';
import { channelsOf } from '../rules/channels-of';
import { type Judged, judgeTeam, type Previewed, SOMEBODY_ELSE } from './judge-team';
import { type AskedItem, type AskedVersion, QuestionsStore, type TeamGrants } from './questions.store';

const NO_GRANTS: TeamGrants = { id: PUBLIC_TEAM, handle: EVERYBODY, parent: null, grants: [] };

/** Says to the owner who would get the latest version of its item by a release, under what, and who nearly would. */
@Injectable()
export class PreviewRelease {
  constructor(
    private readonly store: QuestionsStore,
    private readonly release: ReleaseItem,
    private readonly paging: Paging,
    private readonly asking: Asking,
    private readonly awaited: AwaitedConsents,
  ) {}

  /** @throws Refusal `not-found`; what a release of the version would be refused with, whoever releases it */
  async execute(asked: PreviewQuery, through: Through = 'rest'): Promise<PreviewView> {
    const item = await this.store.item(asked.item);
    const version = await this.version(item, asked.version);
    const toPublic = asked.public === 'true';
    const facts = await this.released(item, version, toPublic, asked.emergency === 'true');
    const at = Math.max(facts.release!.at, facts.embargoUntil ?? 0);
    const judged = (team: TeamGrants): Previewed => judgeTeam(team, facts, at);
    const [everybody, teams] = [judged(NO_GRANTS), (await this.store.teams()).map(judged)];
    const { page, next } = await this.paging.page<Previewed>(asked, {
      name: `preview|${item.id}|${version.number}|${toPublic}|${asked.emergency === 'true'}`,
      placeOf: ({ handle }) => [handle],
      load: ([after = ''], limit) =>
        Promise.resolve(teams.filter(({ handle }) => handle > after).slice(0, limit)),
    });
    const handles = await this.asking.handles([everybody, ...page, ...page.flatMap(({ named }) => named)]);
    const people = await this.store.named(version);
    await this.asking.writeDown(
      { question: 'preview', item: item.id, version: version.number, public: toPublic },
      through,
    );
    return {
      item: item.id,
      type: item.kind,
      version: version.number,
      public: toPublic,
      effective_at: new Date(at).toISOString(),
      rules_version: RULES_VERSION,
      awaits: facts.thirdParty ? (await this.awaited.of(item.id)).map(awaitedView) : [],
      counts: counted(teams),
      everybody: previewed(everybody, handles, people),
      items: page.map((team) => previewed(team, handles, people)),
      next,
    };
  }

  private async version(item: AskedItem, number: number | undefined): Promise<AskedVersion> {
    const found = await this.store.latest(item);
    if (number === undefined || number === found.number) return found;
    const version = await this.store.version(item, number, null);
    if (!version) throw Refusal.notFound();
    return version;
  }

  /** The facts of the version as a release now by somebody who is no author would leave them. */
  private async released(
    item: AskedItem,
    version: AskedVersion,
    toPublic: boolean,
    emergency: boolean,
  ): Promise<ItemFacts> {
    const { releases } = await this.release.requireFit(item.kind, item.id, version.number, toPublic);
    const at = this.release.instantAfter(releases).getTime();
    return {
      ...(await this.store.itemFacts(version)),
      release: { at, by: [SOMEBODY_ELSE], public: toPublic, emergency, supersededAt: null },
    };
  }
}

const awaitedView = ({ id, of, askedAt, scope, openUntil }: AwaitedConsent) => ({
  ...{ request: id, of, scope },
  asked_at: askedAt.toISOString(),
  answer_by: openUntil.toISOString(),
});

const nearly = ({ handle, question, decision }: Judged & { handle: string }) =>
  nearMiss(decision, handle === EVERYBODY ? 'public' : 'grant', question.at);

function counted(teams: readonly Previewed[]): PreviewCounts {
  const released = teams.filter(({ decision }) => decision.released).length;
  const near_misses = teams.filter((team) => nearly(team) !== null).length;
  return { teams: teams.length, released, refused: teams.length - released, near_misses };
}

function previewed(team: Previewed, handles: Handles, people: ReadonlyMap<string, string>): TeamPreview {
  const { handle, named } = team;
  return {
    team: handle,
    ...judgedView(team, handle, handles),
    named: named.map(({ id, ...judged }) => ({
      ...{ id, name: people.get(id) ?? '' },
      ...judgedView(judged, handle, handles),
    })),
  };
}

function judgedView(judged: Judged, handle: string, handles: Handles): Omit<TeamPreview, 'team' | 'named'> {
  const { question, decision } = judged;
  const near = nearly({ handle, ...judged });
  return {
    released: decision.released,
    cited: decision.basis && basisName(decision.basis),
    channels: channelsOf(decision),
    transformations: decision.transformations.map(transformationView),
    near_miss: near && {
      ...basisName(near.basis),
      forbidding: near.forbidding.map((verdict) => verdictView(verdict, question, handles)),
    },
  };
}
