import { ApiProperty } from '@nestjs/swagger';
import { Matches, MaxLength } from 'class-validator';
import { LONGEST_NAMESPACE, NAMESPACE } from '../rules/organization';
import type { Naming } from './names.store';

export class NameView {
  @ApiProperty({ example: 'Banking Sector CERT' }) name: string;
  @ApiProperty({ format: 'date-time' }) since: string;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'Null for the present name',
  })
  until: string | null;
}

export class NamePage {
  @ApiProperty({ type: [NameView], description: 'The present name first' }) items: NameView[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

export class NamespaceBody {
  @ApiProperty({
    format: 'uri',
    pattern: NAMESPACE.source,
    maxLength: LONGEST_NAMESPACE,
    example: 'https://cert.banking.example',
    description: 'Publisher namespace of its CSAF documents: an https address without a path',
  })
  @MaxLength(LONGEST_NAMESPACE)
  @Matches(NAMESPACE, { message: 'namespace must be an https address without a path' })
  namespace: string;
}

export const presentNaming = ({ name, since, until }: Naming): NameView => ({
  name,
  since: since.toISOString(),
  until: until?.toISOString() ?? null,
});
