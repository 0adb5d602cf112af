import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { components } from '../../../../docs/openapi';
import { answerPage, leadOn } from '../../screen/answer';
import { requireRole, type Screen } from '../../screen/screen';
import { type Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { ApiRefused, given, tried } from '../../web-api/refused';
import { type Finding, latestOf, type OwnAdvisory, ownAdvisory, pageOf } from '../advisory';
import {
  type DraftFields,
  EMPTY,
  fieldsFrom,
  fieldsOf,
  handlingOf,
  NO_PART,
  NO_REFERENCE,
  textsOf,
} from './draft-form';
import { EditPage } from './edit.page';
import type { Choosable } from './editing';
import { fieldsFromCase } from './from-case';

/** Drafting advisories and changing them. */
@Screens('advisories')
export class DraftScreens {
  @Get('new')
  async begin(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    requireRole(screen, 'analyst');
    const { from_case: fromCase, derived_from: derivedFrom } = screen.query;
    const fields = fromCase ? await fieldsFromCase(screen, fromCase) : { ...EMPTY, lang: screen.language };
    answerPage(
      response,
      EditPage({ screen, fields, fromCase, derivedFrom, findings: [], choosable: await choosable(screen) }),
    );
  }

  @Post('new')
  async draft(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const [fields, fromCase] = [fieldsFrom(form), form.text('from_case')];
    const derivedFrom = form.text('derived_from');
    const again = async (shown: DraftFields, refused?: ApiRefused) =>
      answerPage(
        response,
        EditPage({
          ...{ screen, fields: shown, fromCase, derivedFrom, findings: [], refused },
          choosable: await choosable(screen),
        }),
        refused?.status,
      );
    const more = withMore(fields, form.text('more'));
    if (more) return again(more);
    const { data, refused } = await tried(
      screen.api.POST('/api/v1/advisories', {
        body: {
          ...textsOf(fields),
          handling: handlingOf(fields, screen.zone),
          ...(fromCase ? { from_case: fromCase } : {}),
          ...(derivedFrom ? { derived_from: derivedFrom } : {}),
        },
      }),
    );
    if (refused) return again(fields, refused);
    leadOn(response, pageOf(data.id), 'drafted');
  }

  @Get(':id/edit')
  async edit(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    requireRole(screen, 'analyst');
    const advisory = await ownAdvisory(screen, id);
    const fields = fieldsOf(latestOf(advisory), screen.zone);
    answerPage(response, await editor(screen, advisory, advisory.version, fields));
  }

  @Post(':id/edit')
  async change(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const advisory = await ownAdvisory(screen, id);
    const [sent, base] = [fieldsFrom(form), Number(form.text('base') ?? 0)];
    // The texts of an imported document are not in the form.
    const fields = advisory.source
      ? { ...fieldsOf(latestOf(advisory), screen.zone), ...onlyHandling(sent) }
      : sent;
    const more = withMore(fields, form.text('more'));
    if (more) return answerPage(response, await editor(screen, advisory, base, more));
    const { refused } = await tried(
      screen.api.POST('/api/v1/advisories/{id}/versions', {
        params: { path: { id } },
        body: changeOf(advisory, base, fields, screen.zone),
      }),
    );
    if (refused)
      return answerPage(response, await editor(screen, advisory, base, fields, refused), refused.status);
    leadOn(response, pageOf(id), 'versionSaved');
  }
}

async function editor(
  screen: Screen,
  advisory: OwnAdvisory,
  base: number,
  fields: DraftFields,
  refused?: ApiRefused,
) {
  return EditPage({
    ...{ screen, id: advisory.id, base, fields, refused },
    publisher: advisory.source ? advisory.source.publisher_name : undefined,
    findings: await findingsOf(screen, advisory.id),
    choosable: await choosable(screen),
  });
}

/** What changes. Of an imported document that is its handling alone. */
function changeOf(
  { source }: OwnAdvisory,
  base: number,
  fields: DraftFields,
  zone: string,
): components['schemas']['ChangeAdvisoryBody'] {
  const handling = handlingOf(fields, zone);
  // The description counts what has a default as always there.
  return source
    ? ({ base, handling } as components['schemas']['ChangeAdvisoryBody'])
    : { base, ...textsOf(fields), handling };
}

function onlyHandling(fields: DraftFields): Partial<DraftFields> {
  const { tlp, pap, information_type, categories, sectors, severity, nexus, embargo, embargoShown } = fields;
  const { audience, include, exclude, named } = fields;
  return {
    ...{ tlp, pap, information_type, categories, sectors, severity, nexus, embargo, embargoShown },
    ...{ audience, include, exclude, named },
  };
}

/** The fields with another empty row, where one was asked for. */
function withMore(fields: DraftFields, more: string | undefined): DraftFields | undefined {
  if (more === 'parts') return { ...fields, parts: [...fields.parts, NO_PART] };
  if (more === 'references') return { ...fields, references: [...fields.references, NO_REFERENCE] };
  return undefined;
}

/** What the CSAF check finds in the version that is saved. */
async function findingsOf({ api }: Screen, id: string): Promise<readonly Finding[]> {
  const path = { params: { path: { id } } };
  return (await given(api.GET('/api/v1/advisories/{id}/findings', path))).findings;
}

/** Whom the editor offers. What the reader may not list is not offered; the web API refuses her anyway. */
async function choosable({ api, me }: Screen): Promise<Choosable> {
  const query = { params: { query: { limit: 200 } } };
  const organizations = await given(api.GET('/api/v1/organizations', query));
  const officers = await tried(api.GET('/api/v1/duty-officers', query));
  return {
    organizations: organizations.items.filter(({ handle }) => handle !== me?.organization.handle),
    officers: officers.data?.items.filter(({ verified_until }) => verified_until !== null) ?? [],
  };
}
