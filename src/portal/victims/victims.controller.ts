import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { instantOf } from '../frame/local-time';
import { organizationChoices } from '../frame/organizations';
import { answerPage, leadOn } from '../screen/answer';
import type { Screen } from '../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { tried } from '../web-api/refused';
import { type Kind, pathOfVictims, type RecordBody, victimsOf, type VictimsProps } from './victims';
import { VictimsPage } from './victims.page';

/** The consents of victims of whom an item tells; of advisories and of cases alike. */
abstract class VictimScreens {
  protected abstract readonly kind: Kind;

  @Get()
  show(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    return this.answer(screen, response, id);
  }

  @Post()
  async record(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const { api, zone } = screen;
    const [from, until] = [form.text('valid_from'), form.text('valid_until') ?? ''];
    // What is no time is sent as it is, so that it is refused and not lost.
    const body: RecordBody = {
      victim: form.text('victim') ?? '',
      given_by: form.text('given_by') ?? '',
      to: form.text('to') ?? '',
      ...(from && { valid_from: instantOf(zone, from) ?? from }),
      valid_until: instantOf(zone, until) ?? until,
      evidence_sha256: form.text('evidence_sha256') ?? '',
    };
    const asked = { params: { path: { id } }, body };
    const { refused } =
      this.kind === 'advisory'
        ? await tried(api.POST('/api/v1/advisories/{id}/victim-consents', asked))
        : await tried(api.POST('/api/v1/incidents/{id}/victim-consents', asked));
    if (refused) return this.answer(screen, response, id, { refused, filled: (name) => form.text(name) });
    leadOn(response, pathOfVictims(this.kind, id), 'recorded');
  }

  @Post(':consent/confirmation')
  async confirm(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Param('consent') consent: string,
    @Res() response: Response,
  ): Promise<void> {
    const { api } = screen;
    const asked = { params: { path: { id, consent } } };
    const { refused } =
      this.kind === 'advisory'
        ? await tried(api.POST('/api/v1/advisories/{id}/victim-consents/{consent}/confirmation', asked))
        : await tried(api.POST('/api/v1/incidents/{id}/victim-consents/{consent}/confirmation', asked));
    if (refused) return this.answer(screen, response, id, { refused });
    leadOn(response, pathOfVictims(this.kind, id), 'recorded');
  }

  @Post(':consent/revocation')
  async revoke(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Param('consent') consent: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const { api } = screen;
    const asked = { params: { path: { id, consent } }, body: { reason: form.text('reason') ?? '' } };
    const { refused } =
      this.kind === 'advisory'
        ? await tried(api.POST('/api/v1/advisories/{id}/victim-consents/{consent}/revocation', asked))
        : await tried(api.POST('/api/v1/incidents/{id}/victim-consents/{consent}/revocation', asked));
    if (refused) return this.answer(screen, response, id, { refused });
    leadOn(response, pathOfVictims(this.kind, id), 'recorded');
  }

  private async answer(
    screen: Screen,
    response: Response,
    id: string,
    more: Pick<VictimsProps, 'refused' | 'filled'> = {},
  ): Promise<void> {
    const [item, teams] = [await victimsOf(screen, this.kind, id), await organizationChoices(screen)];
    answerPage(response, VictimsPage({ screen, item, teams, ...more }), more.refused?.status);
  }
}

@Screens('advisories/:id/victim-consents')
export class VictimsOfAdvisoryScreens extends VictimScreens {
  protected readonly kind = 'advisory';
}

@Screens('incidents/cases/:id/victim-consents')
export class VictimsOfCaseScreens extends VictimScreens {
  protected readonly kind = 'incident';
}
