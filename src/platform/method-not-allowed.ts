import type { Request } from 'express';
import { Refusal } from './refusal';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  match(path: string): boolean;
}

/**
 * For a request that met no route: a path that exists under other methods is answered with 405 and says which
 * (RFC 9110, section 15.5.6). The path's shape alone decides, so it tells nothing about what lies behind an id.
 */
export function methodNotAllowed(request: Request): Refusal | undefined {
  const { router } = request.app as unknown as { router: { stack: Layer[] } };
  const offered = router.stack
    .filter((layer) => layer.route && layer.match(request.path))
    .flatMap((layer) => Object.keys(layer.route?.methods ?? {}))
    .filter((method) => method !== '_all')
    .map((method) => method.toUpperCase());
  if (offered.length === 0) return undefined;
  if (offered.includes('GET')) offered.push('HEAD');
  const allow = [...new Set(offered)].sort().join(', ');
  return new Refusal('method-not-allowed', 405, `This address offers ${allow}.`, [], { Allow: allow });
}
