/** Controls that turn the direction of what stands around them: what is read would not be what is stored. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;
/** Control characters, but for the tab and the end of a line. */
const CONTROLS = /(?![\t\n])\p{Cc}/u;

/** Whether a text of several lines can be shown as it is; line ends are `\n`. */
export const isPlainText = (text: string): boolean => !TURNING.test(text) && !CONTROLS.test(text);

/** The same, on one line. */
export const isPlainLine = (text: string): boolean => isPlainText(text) && !/[\t\n\u2028\u2029]/.test(text);

/** How many characters a text has, as the database counts them. */
export const lengthOf = (text: string): number => [...text].length;
