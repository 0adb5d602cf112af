import { Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage, leadOn } from '../screen/answer';
import type { Screen } from '../screen/screen';
import { OnScreen, Screens } from '../screen/screens';
import { findReference, findWords } from './find';
import { SearchPage } from './search.page';

/** Search from every page: what the web API finds for the reader, and nothing else. */
@Screens('search')
export class SearchScreens {
  @Get()
  async show(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const typed = screen.query.q?.trim().slice(0, 200) ?? '';
    if (!/[\p{L}\p{N}]/u.test(typed)) return answerPage(response, SearchPage({ screen, typed }));
    const referred = await findReference(screen, typed);
    if (typeof referred === 'object') return leadOn(response, referred.path);
    if (referred)
      return answerPage(
        response,
        SearchPage({ screen, typed, groups: [], mistyped: referred === 'mistyped' }),
      );
    answerPage(response, SearchPage({ screen, typed, groups: await findWords(screen, typed) }));
  }
}
