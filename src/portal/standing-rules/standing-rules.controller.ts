import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Effect } from '../advisories/leaving/effect';
import { type Leaving, leavingOf } from '../emergencies/leaving';
import { pathOfItem } from '../frame/item-path';
import { organizationChoices } from '../frame/organizations';
import { answerPage, leadOn } from '../screen/answer';
import { requireRole, type Screen } from '../screen/screen';
import { type Form, OnScreen, Screens, Sent } from '../screen/screens';
import { type ApiRefused, given, tried } from '../web-api/refused';
import { ProposePage } from './propose.page';
import { RulePage } from './rule.page';
import { RulesPage } from './rules.page';
import { bodyOf, NO_RULE, pathOfRule, type RuleFields, rulesInForce } from './standing-rule';
import { UnderRulePage } from './under-rule.page';

/** What two people let go beforehand, and releasing under it. */
@Screens('standing-rules')
export class StandingRuleScreens {
  @Get()
  async list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const { cursor } = screen.query;
    const query = cursor ? { cursor } : {};
    const found = await given(screen.api.GET('/api/v1/standing-rules', { params: { query } }));
    answerPage(response, RulesPage({ screen, found }));
  }

  @Get('new')
  async begin(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    requireRole(screen, 'releaser');
    const organizations = await organizationChoices(screen);
    answerPage(response, ProposePage({ screen, fields: NO_RULE, organizations }));
  }

  @Post('new')
  async propose(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const fields = sentFields(form);
    const { data, refused } = await tried(
      screen.api.POST('/api/v1/standing-rules', { body: bodyOf(screen, fields) }),
    );
    if (!refused) return leadOn(response, pathOfRule(data.id), 'recorded');
    const organizations = await organizationChoices(screen);
    answerPage(response, ProposePage({ screen, fields, organizations, refused }), refused.status);
  }

  @Get('of/:kind/:id')
  async look(
    @OnScreen() screen: Screen,
    @Param('kind') kind: string,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    requireRole(screen, 'analyst', 'releaser');
    answerPage(response, await underRulePage(screen, await leavingOf(screen, kind, id)));
  }

  @Post('of/:kind/:id')
  async release(
    @OnScreen() screen: Screen,
    @Param('kind') kind: string,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const of = await leavingOf(screen, kind, id);
    const rule = form.text('rule') ?? '';
    if (form.text('act') !== 'release') return answerPage(response, await underRulePage(screen, of, rule));
    const version = Number(form.text('version') ?? 0);
    const { refused } = await released(screen, { ...of, version }, rule, {});
    if (!refused) return leadOn(response, pathOfItem(of.kind, id), 'released');
    answerPage(response, await underRulePage(screen, of, rule, refused), refused.status);
  }

  @Get(':id')
  show(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    return this.one(screen, response, id);
  }

  @Post(':id/confirmation')
  async confirm(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { refused } = await tried(
      screen.api.POST('/api/v1/standing-rules/{id}/confirmation', { params: { path: { id } } }),
    );
    if (refused) return this.one(screen, response, id, { refused });
    leadOn(response, pathOfRule(id), 'recorded');
  }

  @Post(':id/end')
  async end(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const reason = form.text('reason') ?? '';
    const { refused } = await tried(
      screen.api.POST('/api/v1/standing-rules/{id}/end', { params: { path: { id } }, body: { reason } }),
    );
    if (refused) return this.one(screen, response, id, { refused, reason });
    leadOn(response, pathOfRule(id), 'recorded');
  }

  private async one(
    screen: Screen,
    response: Response,
    id: string,
    sent?: { refused: ApiRefused; reason?: string },
  ): Promise<void> {
    const { api, query } = screen;
    const page = query.cursor ? { cursor: query.cursor } : {};
    const rule = await given(api.GET('/api/v1/standing-rules/{id}', { params: { path: { id } } }));
    const released = await given(
      api.GET('/api/v1/standing-releases', { params: { query: { rule: rule.id, ...page } } }),
    );
    answerPage(response, RulePage({ screen, rule, released, ...sent }), sent?.refused.status);
  }
}

const sentFields = (form: Form): RuleFields => ({
  ...{ name: form.text('name') ?? '', reason: form.text('reason') ?? '' },
  ...{ types: form.list('information_types'), upTo: form.text('tlp_up_to') ?? '' },
  ...{ partners: form.list('partners'), perDay: form.text('per_day') ?? '' },
  until: form.text('expires_at') ?? '',
});

function released(
  { api }: Screen,
  { kind, id, version }: Leaving,
  rule: string,
  query: { dry_run?: 'true' },
) {
  const sent = { params: { path: { id }, query }, body: { version, rule } };
  return tried<object>(
    kind === 'advisory'
      ? api.POST('/api/v1/advisories/{id}/standing-release', sent)
      : api.POST('/api/v1/incidents/{id}/standing-release', sent),
  );
}

/** @param wanted the rule that was chosen; by default the last that was proposed */
async function underRulePage(screen: Screen, of: Leaving, wanted?: string, refused?: ApiRefused) {
  const rules = await rulesInForce(screen);
  const chosen = wanted ?? rules[0]?.id;
  const tries = chosen === undefined ? undefined : await released(screen, of, chosen, { dry_run: 'true' });
  const page = { screen, of, rules, chosen, effect: tries?.data as Effect | undefined };
  return UnderRulePage({ ...page, refused: refused ?? tries?.refused });
}
