import { type GrantSentence, sides } from './telling';

/** How what may no longer be kept is done away with. */
export const destruction: GrantSentence = (telling, grant) => {
  const { destruction: said } = grant.obligations;
  const names = sides(telling, grant);
  if (!said) return telling.t('owed.destructionOpen', names);
  const { means, certificate, logs_exempt: exempt } = said;
  return telling.t(`owed.means_${means}`, {
    ...names,
    certificate: Number(certificate),
    exempt: Number(exempt),
  });
};

export const legalHold: GrantSentence = (telling, grant) => {
  const { legal_hold: holder } = grant.obligations;
  const names = sides(telling, grant);
  return holder ? telling.t(`owed.hold_${holder}`, names) : telling.t('owed.holdNobody', names);
};

/** What the recipient does whom a court or an authority compels to disclose. */
export const compelledDisclosure: GrantSentence = (telling, grant) => {
  const { compelled_disclosure: compelled } = grant.obligations;
  const names = sides(telling, grant);
  return compelled ? telling.t(`owed.compelled_${compelled}`, names) : telling.t('owed.compelledOpen', names);
};

/** What becomes of what was received once the agreement is over. */
export const postTermination: GrantSentence = (telling, grant) => {
  const { post_termination: after } = grant.obligations;
  const names = sides(telling, grant);
  if (!after) return telling.t('owed.afterOpen', names);
  return telling.t(`owed.after_${after.rule}`, { ...names, days: after.days ?? 0 });
};
