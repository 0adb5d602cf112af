import type { CsafFinding } from './mapping/finding';
import { faultsOf, readString, surpriseAt } from './scan-text';

/** What a JSON text may be made of. */
export interface ScanLimits {
  /** Objects and arrays within one another. */
  readonly depth: number;
  /** Values in all: every member of an object and every item of a list counts. */
  readonly values: number;
}

const MOST_FINDINGS = 20;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const LITERAL = /true|false|null/y;

/** Names through which a careless merge reaches the prototype of every object. */
const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Walks through a JSON text (RFC 8259) without building it and finds what `JSON.parse` lets pass:
 * names that occur twice in an object (the last one wins, so two readers may see two documents),
 * nesting and numbers without bounds, and text that PostgreSQL cannot store. It stops at the first
 * error of syntax and at a limit. Each method says whether the walk may go on.
 */
class JsonScan {
  readonly findings: CsafFinding[] = [];
  private readonly path: (string | number)[] = [];
  private at = 0;
  private values = 0;

  constructor(
    private readonly text: string,
    private readonly limits: ScanLimits,
  ) {}

  run(): void {
    if (!this.value()) return;
    this.space();
    if (this.at < this.text.length) this.unexpected();
  }

  private pointer(): string {
    return this.path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  }

  private report(rule: string, message: string): boolean {
    this.findings.push({ path: this.pointer(), rule, message });
    return this.mayGoOn();
  }

  private unexpected(): boolean {
    this.report('json syntax', surpriseAt(this.text, this.at));
    return false;
  }

  private space(): void {
    while (' \t\n\r'.includes(this.text[this.at] ?? '-')) this.at += 1;
  }

  /** Steps over a character, if it comes next. */
  private take(character: string): boolean {
    this.space();
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return null;
    this.at += found.length;
    return found;
  }

  private value(): boolean {
    this.values += 1;
    if (this.values > this.limits.values) {
      this.report('json size', `The document has more than ${this.limits.values} values.`);
      return false;
    }
    this.space();
    const next = this.text[this.at];
    if (next === '{') return this.nested('}', () => this.members(new Set()));
    if (next === '[') return this.nested(']', () => this.items());
    if (next === '"') return this.string() !== null && this.mayGoOn();
    const number = this.match(NUMBER);
    if (number === null) return this.match(LITERAL) !== null || this.unexpected();
    return Number.isFinite(Number(number)) || this.report('json number', 'The number is too large.');
  }

  private nested(end: string, content: () => boolean): boolean {
    if (this.path.length >= this.limits.depth) {
      this.report('json depth', `Objects and lists are nested deeper than ${this.limits.depth}.`);
      return false;
    }
    this.at += 1;
    return this.take(end) || content();
  }

  private items(): boolean {
    for (let index = 0; ; index += 1) {
      if (!this.within(index)) return false;
      if (this.take(']')) return true;
      if (!this.take(',')) return this.unexpected();
    }
  }

  private members(names: Set<string>): boolean {
    for (;;) {
      this.space();
      if (this.text[this.at] !== '"') return this.unexpected();
      const name = this.string();
      if (name === null || !this.mayGoOn()) return false;
      if (!this.take(':')) return this.unexpected();
      if (!this.within(name, names)) return false;
      if (this.take('}')) return true;
      if (!this.take(',')) return this.unexpected();
    }
  }

  /** The value of one item or member. */
  private within(step: string | number, names?: Set<string>): boolean {
    this.path.push(step);
    const goOn = (names === undefined || this.named(String(step), names)) && this.value();
    this.path.pop();
    return goOn;
  }

  private named(name: string, names: Set<string>): boolean {
    if (names.has(name) && !this.report('json duplicate', 'The same name occurs twice in this object.'))
      return false;
    names.add(name);
    return !PROTOTYPE_KEYS.has(name) || this.report('json name', 'This name is not accepted in any object.');
  }

  private mayGoOn(): boolean {
    return this.findings.length < MOST_FINDINGS;
  }

  /** The string that begins here, or null where it is not one. */
  private string(): string | null {
    const { end, text } = readString(this.text, this.at);
    this.at = end;
    if (text === null) this.unexpected();
    else for (const fault of faultsOf(text)) this.report('json text', fault);
    return text;
  }
}

/** What is wrong with a JSON text, beginning at its start; at most 20 findings. */
export function scanJson(text: string, limits: ScanLimits): readonly CsafFinding[] {
  const scan = new JsonScan(text, limits);
  scan.run();
  return scan.findings;
}
