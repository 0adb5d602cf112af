/** Whether a document is another publisher's and not for everybody: then it carries its source's will (D-17). */
export function isThirdParty(
  documentNamespace: string,
  ownNamespace: string | null,
  documentTlp: string | null,
): boolean {
  const own = ownNamespace !== null && [ownNamespace, `${ownNamespace}/`].includes(documentNamespace);
  return !own && documentTlp !== 'CLEAR';
}
