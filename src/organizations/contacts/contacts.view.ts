import { ApiProperty } from '@nestjs/swagger';
import { RecordedBy } from '../recorded-by.dto';
import {
  CONTACT_ROLES,
  type ContactRole,
  type Verification,
  VERIFICATION_METHODS,
  type VerificationMethod,
  VERIFICATIONS,
} from '../rules/contact';

const MAYBE_TEXT = { nullable: true, type: String } as const;
const MAYBE_INSTANT = { ...MAYBE_TEXT, format: 'date-time' } as const;

class ContactFields {
  @ApiProperty({ example: 2 }) version: number;
  @ApiProperty({ enum: CONTACT_ROLES }) role: ContactRole;
  @ApiProperty(MAYBE_TEXT) name: string | null;
  @ApiProperty({ format: 'email' }) email: string;
  @ApiProperty({ ...MAYBE_TEXT, description: 'E.164' }) telephone: string | null;
  @ApiProperty(MAYBE_TEXT) hours: string | null;
  @ApiProperty({ type: [String], description: 'BCP 47' }) languages: string[];
  @ApiProperty() emergency: boolean;
  @ApiProperty({ format: 'date-time' }) updated_at: string;
}

/** A contact as every person and system of every organization reads it. */
export class ContactView extends ContactFields {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({
    enum: VERIFICATIONS,
    description: 'Of the e-mail and telephone that hold now; it lapses twelve months after it was made',
  })
  verification: Verification;
  @ApiProperty(MAYBE_INSTANT) verified_at: string | null;
  @ApiProperty(MAYBE_INSTANT) verification_lapses_at: string | null;
}

export class ContactList {
  @ApiProperty({ type: [ContactView], description: 'Those for emergencies first' }) items: ContactView[];
}

export class ContactVersionView extends ContactFields {
  @ApiProperty({ type: RecordedBy }) recorded_by: RecordedBy;
}

export class ContactVersionPage {
  @ApiProperty({ type: [ContactVersionView], description: 'The newest first' }) items: ContactVersionView[];
  @ApiProperty(MAYBE_TEXT) next: string | null;
  @ApiProperty({ ...MAYBE_INSTANT, description: 'When the contact was removed' }) removed_at: string | null;
}

export class ContactVerificationView {
  @ApiProperty({ example: 2, description: 'The version that was verified' }) version: number;
  @ApiProperty({ format: 'email' }) email: string;
  @ApiProperty(MAYBE_TEXT) telephone: string | null;
  @ApiProperty({ enum: VERIFICATION_METHODS }) method: VerificationMethod;
  @ApiProperty(MAYBE_TEXT) note: string | null;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: RecordedBy }) recorded_by: RecordedBy;
}

export class ContactVerificationPage {
  @ApiProperty({ type: [ContactVerificationView], description: 'The newest first' })
  items: ContactVerificationView[];
  @ApiProperty(MAYBE_TEXT) next: string | null;
}
