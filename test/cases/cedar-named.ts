import type { ItemFacts } from '../../src/disclosure/rules/question';
import { all, any, TLP } from './cedar-words';

/** Whom the owner named of the reader and holds verified: each is an attribute, the instants are conditions on it. */
export function named({ named: persons }: ItemFacts, reader: string): string {
  const held = persons
    .filter(({ of: organization }) => organization === reader)
    .flatMap(({ person, verified }) =>
      verified.map(({ from, until, endedAt }) =>
        all(
          `context.person == "${person}"`,
          `context.now >= ${from} && context.now < ${until}`,
          endedAt === null ? 'true' : `!(context.now >= ${endedAt})`,
        ),
      ),
    );
  return any(`resource.tlp < ${TLP.RED}`, `(context has person && ${any(...held)})`);
}
