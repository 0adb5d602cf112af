import { Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { inZone } from '../../frame/time';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { given, tried } from '../../web-api/refused';
import { addressOf } from '../agreement';
import { forLiaisonAlone } from '../for-liaison';
import { beginningBelow, filledFromParent, parentOf, termsBelow } from './below';
import { BEGINNING, type Directory, draftOf } from './draft';
import { DraftPage } from './draft.page';
import { TERMS_FORM } from './form/whole-terms';
import { beginWith, rewritten, unreadable, type Writing, writtenIn } from './form/written';
import { readMark } from './read-mark';
import { readTerms } from './read-terms';
import { fillIn } from './templates';

const writing = ({ zone }: Screen): Writing => ({ form: TERMS_FORM, zone });

/** A new agreement with its parties and first terms. */
@Screens('agreements/draft')
export class DraftAgreementScreens {
  @Get()
  async show(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const { supersedes = '' } = screen.query;
    const parent = await parentOf(screen, screen.query.below);
    const begun: Record<string, readonly string[]> = {
      'supersedes.agreement': [supersedes],
      ...(parent && beginningBelow(parent)),
    };
    const written = beginWith(writing(screen), parent ? termsBelow(parent) : BEGINNING);
    const filled = (name: string) => begun[name] ?? [];
    answerPage(response, DraftPage({ ...(await this.frame(screen)), filled, written }));
  }

  @Post()
  async draft(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const written = writtenIn(form, writing(screen));
    const page = { ...(await this.frame(screen)), filled: (name: string) => form.list(name), written };
    const template = page.templates.find(({ name }) => name === form.text('template'));
    if (form.has('fill') && template) {
      const { terms, ...begun } = fillIn(template, form);
      return answerPage(response, DraftPage({ ...page, ...begun, written: rewritten(written, terms) }));
    }
    if (written.acted) return answerPage(response, DraftPage(page));
    const stop = unreadable(written);
    if (stop) return answerPage(response, DraftPage({ ...page, ...stop }), 422);
    const parent = await parentOf(screen, form.text('parent'));
    const { terms, fault } = readTerms(filledFromParent(written.value, parent));
    const body = draftOf(form, written.value);
    const mark = readMark(body);
    const keep = terms !== undefined && form.text('seen') === mark;
    const query = keep ? {} : { dry_run: 'true' as const };
    const { refused } = await tried(screen.api.POST('/api/v1/agreements', { params: { query }, body }));
    if (refused) return answerPage(response, DraftPage({ ...page, terms, parent, refused }), refused.status);
    if (keep) return leadOn(response, addressOf(body.reference), 'recorded');
    answerPage(response, DraftPage({ ...page, terms, parent, mark, fault }), fault === undefined ? 200 : 422);
  }

  private async frame(screen: Screen) {
    forLiaisonAlone(screen);
    const directory = await everybody(screen);
    const { items: templates } = await given(screen.api.GET('/api/v1/agreement-templates'));
    const { items: agreements } = await given(
      screen.api.GET('/api/v1/agreements', { params: { query: { limit: 200 } } }),
    );
    const names = new Map(directory.map(({ handle, name }) => [handle, name]));
    return {
      screen,
      directory,
      agreements,
      templates,
      telling: {
        language: screen.language,
        t: screen.t,
        nameOf: (handle: string) => names.get(handle) ?? handle,
        instantOf: (instant: string) => inZone(screen, instant),
      },
    };
  }
}

/** Those who may be parties: the first pages of the directory. */
async function everybody(screen: Screen): Promise<Directory> {
  const found: Directory[number][] = [];
  let cursor: string | null | undefined;
  for (let page = 0; page < 10 && cursor !== null; page++) {
    const query = cursor ? { cursor } : {};
    const answer = await given(screen.api.GET('/api/v1/organizations', { params: { query } }));
    found.push(...answer.items);
    cursor = answer.next;
  }
  return found;
}
