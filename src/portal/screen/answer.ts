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

/**
 * Leads on after an act, so that a reload does not do it again. Where htmx asks for a part, the whole page goes there.
 * @param told the name of the message that tells of it
 */
export function leadOn(response: Response, path: string, told?: string): void {
  const separator = path.includes('?') ? '&' : '?';
  const address = told ? `${path}${separator}told=${told}` : path;
  response.set('Cache-Control', 'no-store');
  if (response.req.headers['hx-request'] !== 'true') return response.redirect(303, address);
  // As Express writes addresses into headers.
  const encoded = response.location(address).get('Location');
  response.removeHeader('Location');
  response.set('HX-Redirect', encoded).status(204).end();
}
