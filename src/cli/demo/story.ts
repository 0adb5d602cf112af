/** Tells the story step by step: what was done, what was expected, what came back. */
export class Story {
  private steps = 0;
  private held = 0;
  private chapters = 0;
  constructor(private readonly say: (line: string) => void) {}

  /** A heading between steps, numbered in the order in which they are told. */
  chapter(title: string): void {
    this.chapters++;
    this.say(`\n${this.chapters}. ${title}`);
  }

  /**
   * One step. `happens` returns what came back as text, which has to equal what was expected.
   * @returns whether the step held
   */
  async step(sentence: string, expected: string, happens: () => Promise<string>): Promise<boolean> {
    this.steps++;
    const came = await happens().catch((error: unknown) => `failed: ${String(error)}`);
    const holds = came === expected;
    if (holds) this.held++;
    this.say(`${holds ? '✓' : '✗'} ${sentence}`);
    this.say(`    expected ${expected}; came back ${holds ? 'just that' : came}`);
    return holds;
  }

  /** The closing line, and whether every step held. */
  close(): boolean {
    this.say(`\ndemo: ${this.held} of ${this.steps} steps held`);
    return this.held === this.steps;
  }
}
