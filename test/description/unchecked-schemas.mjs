// Prints, as JSON, the schemas of a description that prism would leave unchecked, as it cannot compile them.
// A process of its own, since loading prism inside of Jest takes longer than all it is asked.
import { Ajv } from 'ajv';
import { getHttpOperationsFromSpec } from '@stoplight/prism-cli/dist/operations.js';

// One that knows what a schema is, since each new one would compile that anew.
const judge = new Ajv({ strict: false, logger: false });
const unchecked = [];
const asked = new Set();

for (const { method, path, __bundled__, request, responses } of await getHttpOperationsFromSpec(
  process.argv[2],
))
  for (const { code, contents = [] } of [...responses, { code: 'body', ...request?.body }])
    for (const { schema } of contents) {
      const whole = { ...schema, __bundled__ };
      const text = JSON.stringify(whole);
      if (asked.has(text)) continue;
      asked.add(text);
      try {
        if (!judge.validateSchema(whole)) throw new Error(judge.errorsText());
        new Ajv({ strict: false, logger: false, validateSchema: false }).compile(whole);
      } catch (error) {
        unchecked.push(`${method} ${path} ${code}: ${String(error)}`);
      }
    }
process.stdout.write(JSON.stringify(unchecked));
