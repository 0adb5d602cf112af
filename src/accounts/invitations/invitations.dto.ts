import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { type Role, ROLES } from '../../platform/viewer';
import { CreateAccountBody } from '../people/accounts.dto';
import type { Page } from '../../platform/paging';
import { PASSWORD_LENGTH } from '../rules/password';
import type { Invitation } from './invitations.store';

/** Whom an administrator invites; the password is the invited person's own. */
export class InviteBody extends OmitType(CreateAccountBody, ['password'] as const) {}

export class AcceptInvitationBody {
  @ApiProperty({ maxLength: 200, description: 'As the administrator handed it over; it is used once' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  token: string;

  @ApiProperty({
    format: 'password',
    minLength: PASSWORD_LENGTH.least,
    maxLength: PASSWORD_LENGTH.most,
    description: 'Without the part of the e-mail address before the @',
  })
  @IsString()
  @MaxLength(1024)
  password: string;
}

/** An invitation as the organization sees it that made it. */
export class InvitationView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'email', example: 'nida.shah@pkcert.example' }) email: string;
  @ApiProperty({ example: 'Nida Shah' }) name: string;
  @ApiProperty({ enum: ROLES, isArray: true }) roles: Role[];
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ example: 'Kamran Zafar', description: 'Name of the administrator' }) created_by: string;
  @ApiProperty({ format: 'date-time' }) expires_at: string;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'Null while it was not used',
  })
  accepted_at: string | null;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'When it was revoked, or ended because the administrator left or is none any more',
  })
  revoked_at: string | null;
}

export class IssuedInvitationView extends InvitationView {
  @ApiProperty({ description: 'To be handed to the person; it is in this answer and nowhere else' })
  token: string;
}

export class InvitationPage {
  @ApiProperty({ type: [InvitationView], description: 'Oldest first' }) items: InvitationView[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

/** What the invited person signs in with from now on. */
export class AcceptedView {
  @ApiProperty({ format: 'email' }) email: string;
  @ApiProperty() name: string;
}

export function presentInvitation({ ended_at, end_reason, ...rest }: Invitation): InvitationView {
  const ended = ended_at?.toISOString() ?? null;
  return {
    ...rest,
    created_at: rest.created_at.toISOString(),
    expires_at: rest.expires_at.toISOString(),
    accepted_at: end_reason === 'accepted' ? ended : null,
    revoked_at: end_reason === 'accepted' ? null : ended,
  };
}

export const presentInvitations = ({ page, next }: Page<Invitation>): InvitationPage => ({
  items: page.map(presentInvitation),
  next,
});
