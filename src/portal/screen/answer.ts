import type { Response } from 'express';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Sends a page, or the part of it that was asked for. Nothing of it is kept by anybody. */
export function answerPage(response: Response, page: VNode, status = 200): void {
  const html = renderToString(page);
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .vary('HX-Request')
    .type('html')
    .send(html.startsWith('<html') ? `<!doctype html>${html}` : html);
}

/** Leads on after an act, so that a reload does not do it again. @param told the name of the message that tells of it */
export function leadOn(response: Response, path: string, told?: string): void {
  const separator = path.includes('?') ? '&' : '?';
  response.set('Cache-Control', 'no-store').redirect(303, told ? `${path}${separator}told=${told}` : path);
}
