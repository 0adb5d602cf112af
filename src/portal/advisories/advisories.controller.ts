import { Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { onwardOf } from '../consents/onward';
import { askApprovals } from '../approvals/approvals';
import { answerPage } from '../screen/answer';
import { hasRole, type Screen } from '../screen/screen';
import { OnScreen, Screens } from '../screen/screens';
import { given, tried } from '../web-api/refused';
import { askKnownBy } from '../tellings/known-by';
import { isOwn, labelsOf, latestOf, ownAdvisory } from './advisory';
import { FILTERS, type Scope } from './list/filters';
import { ListPage } from './list/list.page';
import { NamedPage } from './list/named.page';
import { ComparePage } from './reading/compare.page';
import { besideOwn } from './reading/beside-own';
import { OwnPage } from './reading/own.page';
import { productsOf } from './reading/products';
import { ProductsPage } from './reading/products.page';
import { owedUnder } from './reading/owed-under';
import { SharedPage } from './reading/shared.page';
import { receivedUnder } from './received-under';
import { standingsFor } from './red';

/** Lists of advisories, and one of them to be read. */
@Screens('advisories')
export class AdvisoryScreens {
  @Get()
  async list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const { query, api } = screen;
    const scope = scopeOf(screen);
    const filters = Object.fromEntries(FILTERS.map((name) => [name, query[name]?.trim() || undefined]));
    const { data, refused } = await tried(
      api.GET('/api/v1/advisories', { params: { query: { ...filters, scope, cursor: query.cursor } } }),
    );
    // Without permission there is no list; of a filter that is wrong, the form tells.
    if (refused && refused.status !== 422 && refused.status !== 400) throw refused;
    const page = ListPage({ screen, scope, shown: data, refused });
    answerPage(response, page, refused?.status);
  }

  @Get('named')
  async named(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const { cursor } = screen.query;
    const { items, next } = await given(
      screen.api.GET('/api/v1/named-items', { params: { query: cursor ? { cursor } : {} } }),
    );
    answerPage(response, NamedPage({ screen, items, next }));
  }

  @Get(':id')
  async show(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const answer = await screen.api.GET('/api/v1/advisories/{id}', { params: { path: { id } } });
    const advisory = await given(Promise.resolve(answer));
    const under = receivedUnder(answer.response.headers);
    if (isOwn(advisory)) {
      const [known, approvals, standings, beside] = await Promise.all([
        askKnownBy(screen, advisory.id),
        askApprovals(screen, advisory.id),
        standingsFor(screen, advisory),
        besideOwn(screen, advisory),
      ]);
      return answerPage(response, OwnPage({ screen, advisory, known, approvals, standings, beside }));
    }
    const owed = under && (await owedUnder(screen, advisory.originator, under));
    const onward = under?.agreement ? await onwardOf(screen, 'advisory', advisory.id) : undefined;
    answerPage(response, SharedPage({ screen, advisory, under, owed, onward }));
  }

  /** Two versions side by side; where the query names none, the latest and the one before. */
  @Get(':id/compare')
  async compare(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const advisory = await ownAdvisory(screen, id);
    const { versions } = advisory;
    const { from = String(versions.length - 1 || 1), to = String(versions.length) } = screen.query;
    const [older, newer] = [from, to].map((number) =>
      versions.find(({ version }) => String(version) === number),
    );
    if (!older || !newer) throw new NotFoundException();
    answerPage(response, ComparePage({ screen, advisory, from: older, to: newer }));
  }

  @Get(':id/csaf')
  async csaf(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const { bytes, headers } = await documentOf(screen, id);
    const name = /filename="([^"]*)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'advisory.json';
    response
      .set({
        'Cache-Control': 'no-store',
        'Content-Type': 'application/json',
        'Content-Disposition': `attachment; filename="${name}"`,
      })
      .send(Buffer.from(bytes));
  }

  /** What the document says of products is read from the document, which is then disclosed as any other is. */
  @Get(':id/products')
  async products(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const advisory = await given(screen.api.GET('/api/v1/advisories/{id}', { params: { path: { id } } }));
    const { bytes } = await documentOf(screen, id);
    const products = productsOf(JSON.parse(Buffer.from(bytes).toString('utf8')));
    const labels = isOwn(advisory)
      ? labelsOf(latestOf(advisory))
      : [advisory.tlp, ...advisory.parts.map(({ tlp }) => tlp)];
    answerPage(response, ProductsPage({ screen, id, title: advisory.title, labels, products }));
  }
}

/** The list that is asked for; without a wish, the one that the reader works with. */
function scopeOf(screen: Screen): Scope {
  const { scope } = screen.query;
  if (scope === 'own' || scope === 'received') return scope;
  return hasRole(screen, 'analyst', 'releaser') ? 'own' : 'received';
}

/** The bytes of the CSAF document, as the web API gives them. */
async function documentOf({ api }: Screen, id: string): Promise<{ bytes: ArrayBuffer; headers: Headers }> {
  const answer = await api.GET('/api/v1/advisories/{id}/csaf', {
    params: { path: { id } },
    parseAs: 'arrayBuffer',
  });
  return { bytes: await given(Promise.resolve(answer)), headers: answer.response.headers };
}
