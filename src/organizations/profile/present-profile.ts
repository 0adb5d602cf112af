import type { ProfileVersionView, OrganizationProfileView } from './profile.dto';
import type { AuthoredVersion, ProfileVersion } from './profiles.store';

export const presentProfile = ({ version, content, at }: ProfileVersion): OrganizationProfileView => ({
  ...content,
  version,
  updated_at: at.toISOString(),
});

export const presentVersion = (found: AuthoredVersion): ProfileVersionView => ({
  ...presentProfile(found),
  recorded_by: { id: found.recorded_by, name: found.recorded_by_name },
});
