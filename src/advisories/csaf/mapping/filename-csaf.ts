/**
 * The file name of a CSAF document (2.0 and 2.1 §5.1): the tracking id in lower case, each run of
 * other characters than `+`, `-`, letters and digits as one underscore, and `.json`.
 */
export function csafFileName(trackingId: string): string {
  return `${trackingId.toLowerCase().replace(/[^+\-a-z0-9]+/g, '_')}.json`;
}
