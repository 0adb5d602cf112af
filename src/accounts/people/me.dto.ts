import { ApiProperty } from '@nestjs/swagger';
import { ORGANIZATION_KINDS } from '../../organizations';
import { type Role, ROLES } from '../../platform/viewer';

export class MyOrganizationView {
  @ApiProperty({ example: 'pkcert' }) handle: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ORGANIZATION_KINDS }) kind: string;
  @ApiProperty({ example: 'PK', nullable: true, type: String, description: 'ISO 3166-1 alpha-2' })
  country: string | null;
}

export class MyPersonView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'email', example: 'nida.shah@pkcert.example' }) email: string;
  @ApiProperty({ example: 'Nida Shah' }) name: string;
}

export class MyApiKeyView {
  @ApiProperty({ example: 'Feed collector' }) name: string;
  @ApiProperty({ format: 'date-time' }) expires_at: string;
}

/** Who the caller is: a person with roles, or a system with a key, and for which organization. */
export class MeView {
  @ApiProperty({ type: MyOrganizationView }) organization: MyOrganizationView;
  @ApiProperty({ type: MyPersonView, nullable: true, description: 'Null for a system' })
  person: MyPersonView | null;
  @ApiProperty({ enum: ROLES, isArray: true, description: 'None for a system' }) roles: readonly Role[];
  @ApiProperty({ type: MyApiKeyView, nullable: true, description: 'Null for a person' })
  api_key: MyApiKeyView | null;
}
