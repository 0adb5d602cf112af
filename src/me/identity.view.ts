import { ApiProperty } from '@nestjs/swagger';
import { PreferencesView } from '../accounts';
import { ORGANIZATION_KINDS } from '../organizations';
import { type Role, ROLES } from '../platform/viewer';

const maybe = { nullable: true, type: String } as const;

export class MyTeamView {
  @ApiProperty({ example: 'pkcert' }) handle: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ORGANIZATION_KINDS }) kind: string;
  @ApiProperty({ ...maybe, example: 'PK', description: 'ISO 3166-1 alpha-2' }) country: string | null;
  @ApiProperty({ ...maybe, example: 'https://pkcert.example' }) namespace: string | null;
  @ApiProperty({
    ...maybe,
    description: 'Handle of the national CERT whose constituent it is; what that passes on comes in the feed',
  })
  parent: string | null;
}

export class MyPersonView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'email', example: 'nida.shah@pkcert.example' }) email: string;
  @ApiProperty({ example: 'Nida Shah' }) name: string;
}

/** Who a person is, for which organization, and how she wants pages. */
export class IdentityView {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: MyTeamView }) organization: MyTeamView;
  @ApiProperty({ type: MyPersonView, nullable: true, description: 'Null for a system' })
  person: MyPersonView | null;
  @ApiProperty({
    type: PreferencesView,
    nullable: true,
    description: 'How the person wants pages; null for a system',
  })
  preferences: PreferencesView | null;
  @ApiProperty({ enum: ROLES, isArray: true, description: 'None for a system' }) roles: readonly Role[];
}
