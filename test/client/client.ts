import createClient from 'openapi-fetch';
import type { components, paths } from '../../docs/openapi';

export type Problem = components['schemas']['Problem'];

/** What a partner's engineer writes against: a client whose types are those of the description. */
export const clientFor = (baseUrl: string, credential?: string) =>
  createClient<paths>({
    baseUrl,
    headers: credential === undefined ? {} : { Authorization: `Bearer ${credential}` },
  });

export type TypedClient = ReturnType<typeof clientFor>;
