import type { Leaving } from '../disclosing';
import { type Printed, printedWith } from '../rules/printed';

/** What the terms under which a summary leaves have printed with its label; nothing of what is public. */
export const besideLabel = ({ grant, decision, rendition }: Leaving, reader: string): Printed =>
  grant === null
    ? {}
    : printedWith(grant.facts, decision.instruments, {
        label: (JSON.parse(rendition.bytes.toString()) as { tlp: string }).tlp,
        reader,
      });

/** The same as members of a JSON object that has others before them. */
export const membersOf = (printed: Printed): string =>
  Object.entries(printed)
    .map(([name, value]) => `,${JSON.stringify(name)}:${JSON.stringify(value)}`)
    .join('');
