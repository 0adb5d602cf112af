import type { Above } from './hold-to-parent';
import type { GrantContent } from './rules/terms-content';
import type { GrantDto, TermsDto } from './terms.dto';

/** Terms of the input in which what a grant does not say is as the grant above it has it. */
export function filledFrom(dto: TermsDto, above: Above | null): TermsDto {
  if (!above) return dto;
  const { content } = above;
  const grantAbove = ({ from, to }: GrantDto) =>
    content.grants.find((grant) => grant.from === from && grant.to === to);
  return {
    ...dto,
    corrections: dto.corrections ?? (content.corrections as 'none'),
    grants: dto.grants.map((grant) => {
      const outer = grantAbove(grant);
      return outer ? { ...gatesOf(outer), ...onlyGiven(grant) } : grant;
    }),
  };
}

/** The terms of a grant that the input may leave out. Of these words alone, as they were checked when they were stored. */
const gatesOf = ({
  severity,
  nexus,
  pap_ceiling,
  channels,
  victim_identity,
  source_attribution,
  personal_data,
  third_party_content,
  product_types,
  default_label,
  respond_within,
  update_interval_hours,
  need,
  amber_reach,
  release_approval,
  emergency_release,
}: GrantContent) =>
  ({
    ...{ severity, nexus, pap_ceiling, channels, victim_identity, source_attribution },
    ...{ personal_data, third_party_content, product_types, default_label },
    ...{ respond_within, update_interval_hours },
    ...{ need, amber_reach, release_approval, emergency_release },
  }) as Partial<GrantDto>;

const onlyGiven = (grant: GrantDto): GrantDto =>
  Object.fromEntries(Object.entries(grant).filter(([, value]) => value !== undefined)) as unknown as GrantDto;
