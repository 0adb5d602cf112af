/** One breach of the architecture: which file, and the name of the rule. */
export interface Fault {
  file: string;
  rule: string;
}

/** Faults in a fixed order, each once. */
export function sorted(faults: Fault[]): Fault[] {
  const byText = new Map(faults.map(({ file, rule }) => [`${file} ${rule}`, { file, rule }]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fault]) => fault);
}
