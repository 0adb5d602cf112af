import type { MessageKey } from '../../../messages/catalogue';
import type { Telling } from '../../sentences';

/** What a grant's sentences call its two sides by. */
export interface Sides {
  readonly from: string;
  readonly to: string;
}

/** Words of the web API that are chosen from, and what they are in the reader's. */
export interface Words {
  readonly values: readonly string[];
  readonly inWords: (telling: Telling, value: string, sides: Sides) => string;
}

interface Labelled {
  readonly label: MessageKey;
  readonly hint?: MessageKey;
}
/** One line, or several. `typed` is written from left to right in every language, as codes are. */
export interface TextField extends Labelled {
  readonly kind: 'text';
  readonly max: number;
  readonly lines?: number;
  readonly typed?: true;
}
export interface NumberField extends Labelled {
  readonly kind: 'number';
}
/** An instant, as a clock in the reader's zone shows it. */
export interface InstantField extends Labelled {
  readonly kind: 'instant';
}
/** One word; left empty, nothing is said. With `truth` the words are `true` and `false`, and no texts. */
export interface ChoiceField extends Labelled {
  readonly kind: 'choice';
  readonly of: Words | 'teams';
  readonly truth?: true;
}
/** Said as `true`, or not said. */
export interface TickField extends Labelled {
  readonly kind: 'tick';
}
/** A list of words; with `more`, others of the same list are typed, one on a line. */
export interface BoxesField extends Labelled {
  readonly kind: 'boxes';
  readonly of: Words;
  readonly more?: Labelled;
}
/** A list of texts that are typed, one on a line. */
export interface LinesField extends Labelled {
  readonly kind: 'lines';
}
/** Terms that are said together; folded away while nothing is said in them, if they are rare. */
export interface GroupField extends Labelled {
  readonly kind: 'group';
  readonly fields: Table;
  readonly rare?: true;
}
/** Several of the same, to which rows are added and of which they are removed. */
export interface RowsField extends Labelled {
  readonly kind: 'rows';
  readonly row: Table;
  /** What one of them is called, by its `number`. */
  readonly one: MessageKey;
  readonly add: MessageKey;
  /** A list without rows is then said as an empty one, and not left out. */
  readonly required?: true;
  /** Rows in which nothing is said stay, too. */
  readonly kept?: true;
}
/** A word such as `any`, or a list, bounds or an instant instead of it. */
export interface EitherField extends Labelled {
  readonly kind: 'either';
  readonly words: Words;
  /** The choice of what is instead of a word. */
  readonly these: MessageKey;
  readonly content: BoxesField | LinesField | InstantField | NumberField | GroupField;
}

/** How one term is typed. */
export type TermField =
  | TextField
  | NumberField
  | InstantField
  | ChoiceField
  | TickField
  | BoxesField
  | LinesField
  | GroupField
  | RowsField
  | EitherField;
/** The terms of something, by their names in the web API. */
export type Table = Readonly<Record<string, TermField>>;

/** What stands in the controls of a form, by their names. None of the texts is empty. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** The choice of what is instead of a word, as it is sent. */
export const THESE = 'these';

/** Where the content of a choice is typed: bounds lie beside it by names of their own. */
export const contentName = (name: string, { content }: EitherField): string =>
  content.kind === 'group' ? name : `${name}.${THESE}`;
/** Names of the controls that go with another. */
export const countOf = (name: string): string => `${name}.count`;
export const shownOf = (name: string): string => `${name}.shown`;
export const moreOf = (name: string): string => `${name}.more`;
