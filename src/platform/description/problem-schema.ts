import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEM_TYPE } from '../problem';

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

const text = (description: string, example: string | number) => ({ type: 'string', description, example });

/** A problem document (RFC 9457), as the filter sends it. */
export const PROBLEM: Schema = {
  type: 'object',
  description: 'A problem document (RFC 9457). A reason may add members of its own.',
  required: ['type', 'title', 'status', 'detail', 'request_id'],
  properties: {
    type: {
      ...text(
        'Address of the explanation on this installation; it keeps its meaning for good',
        '/problems/not-found',
      ),
      format: 'uri-reference',
    },
    title: text('The status in words', 'Not found'),
    status: { type: 'integer', minimum: 400, maximum: 599, example: 404 },
    detail: text('For people; may change', 'There is nothing here, or nothing that you may see.'),
    request_id: text('Quote it to the operator', '0198f3a2-7c1e-7d3b-9a51-3f0c5e2b8d47'),
    errors: {
      type: 'array',
      description: 'Where input is at fault: each field with the rule that it breaks',
      items: {
        type: 'object',
        required: ['field', 'rule', 'message'],
        properties: {
          field: { type: 'string', description: 'Its path; empty for the whole' },
          rule: { type: 'string' },
          message: { type: 'string', description: 'For people; may change' },
        },
      },
    },
    current_version: {
      type: 'integer',
      description: 'With 412: the version that there is now, of what has versions',
    },
    changed_fields: {
      type: 'array',
      items: { type: 'string' },
      description: 'With 412: what has changed since',
    },
  },
};

/** The content of every answer that is not a success; made anew for each, which may have an example of its own. */
export const problemContent = () => ({
  [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } },
});
