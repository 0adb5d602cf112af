import fc from 'fast-check';
import type { GivenVerification } from './given-world';
import { early, HOUR, LATER, maybe, moment, type Places } from './random-ground';

/** Mostly by the originator; each may be recorded late, and may be revoked before it lapses, or after. */
export const verification = ({ originator, partners, officers }: Places): fc.Arbitrary<GivenVerification> =>
  fc
    .record({
      by: fc.oneof(
        { weight: 8, arbitrary: fc.constant(originator) },
        { weight: 1, arbitrary: fc.constantFrom(...partners) },
      ),
      officer: fc.constantFrom(...officers),
      verified: early,
      late: fc.constantFrom(0, 0, 0, 1, HOUR),
      until: fc.oneof(moment, fc.constantFrom(...LATER)),
      ended: maybe(moment, 0.25),
    })
    .filter(({ by, officer, verified, until }) => by !== officer.of && until > verified)
    .map(({ officer, late, ...rest }) => ({ ...rest, ...officer, recorded: rest.verified + late }));
