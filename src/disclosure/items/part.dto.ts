import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
} from 'class-validator';
import {
  INFORMATION_TYPES,
  type InformationType,
  type Pap,
  PAP_LEVELS,
  PART_KINDS,
  PART_TAGS,
  type PartKind,
  type PartTag,
  type Tlp,
  TLP_LABELS,
} from '../rules/vocabulary';
import { IsPartList } from './part-list';
import type { Part } from './part';

const composed = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.normalize('NFC') : value));

/** A part of an item with handling of its own; what is left out of that is as with the item. */
export class PartInput {
  @ApiProperty({ enum: PART_KINDS })
  @IsIn(PART_KINDS)
  kind: PartKind;

  @ApiProperty({
    minLength: 1,
    maxLength: 300,
    description: 'Leaves whenever the part does, also where its text is replaced: it should name nobody',
  })
  @composed()
  @IsString()
  @Length(1, 300)
  @Matches(/^\P{Cc}*$/u, { message: 'title must not contain line breaks or control characters' })
  @Matches(/\S/, { message: 'title must not be blank' })
  title: string;

  @ApiProperty({ minLength: 1, maxLength: 10_000 })
  @composed()
  @IsString()
  @Length(1, 10_000)
  @Matches(/\S/, { message: 'text must not be blank' })
  text: string;

  @ApiPropertyOptional({ enum: TLP_LABELS, nullable: true, description: 'At least as narrow as the item’s' })
  @IsOptional()
  @IsIn(TLP_LABELS)
  tlp?: Tlp | null;

  @ApiPropertyOptional({ enum: INFORMATION_TYPES, nullable: true })
  @IsOptional()
  @IsIn(INFORMATION_TYPES)
  information_type?: InformationType | null;

  @ApiPropertyOptional({ enum: PAP_LEVELS, nullable: true, description: 'At least as narrow as the item’s' })
  @IsOptional()
  @IsIn(PAP_LEVELS)
  pap?: Pap | null;

  @ApiPropertyOptional({
    enum: PART_TAGS,
    isArray: true,
    description: 'What it tells of; terms say whether that goes, is replaced or is left out',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(PART_TAGS.length)
  @ArrayUnique()
  @IsIn(PART_TAGS, { each: true })
  tags?: PartTag[];

  @ApiPropertyOptional({
    ...{ type: String, nullable: true, minLength: 1, maxLength: 100 },
    description:
      'What you call the victim that it tells of, so that the consent of that victim is found. Only beside the tag `victim_identity`; it never leaves',
  })
  @IsOptional()
  @composed()
  @IsString()
  @Length(1, 100)
  @Matches(/^\P{Cc}*$/u, { message: 'victim must not contain line breaks or control characters' })
  @Matches(/\S/, { message: 'victim must not be blank' })
  victim?: string | null;
}

/** A field that holds the parts of an item. @param whenLeftOut what then is with them */
export const Parts = (whenLeftOut: string) => IsPartList(() => PartInput, whenLeftOut);

export const readPart = ({
  kind,
  title,
  text,
  tlp,
  information_type,
  pap,
  tags,
  victim,
}: PartInput): Part => ({
  ...{ kind, title, text },
  tlp: tlp ?? null,
  informationType: information_type ?? null,
  pap: pap ?? null,
  tags: PART_TAGS.filter((tag) => tags?.includes(tag)),
  victim: victim ?? null,
});
const MAYBE = { nullable: true, type: String } as const;

/** A part as its owner sees it. */
export class PartView {
  @ApiProperty({ description: 'From 1' }) number: number;
  @ApiProperty({ enum: PART_KINDS }) kind: string;
  @ApiProperty() title: string;
  @ApiProperty() text: string;
  @ApiProperty({ enum: TLP_LABELS, ...MAYBE, description: 'Null: as the item' }) tlp: string | null;
  @ApiProperty({ enum: INFORMATION_TYPES, ...MAYBE, description: 'Null: as the item' })
  information_type: string | null;
  @ApiProperty({ enum: PAP_LEVELS, ...MAYBE, description: 'Null: as the item' }) pap: string | null;
  @ApiProperty({ enum: PART_TAGS, isArray: true }) tags: string[];
  @ApiProperty({ ...MAYBE, description: 'What you call the victim that it tells of' }) victim: string | null;
}

export const presentPart = (part: Part, index: number): PartView => ({
  ...{ number: index + 1, kind: part.kind, title: part.title, text: part.text },
  ...{ tlp: part.tlp, information_type: part.informationType, pap: part.pap, tags: [...part.tags] },
  victim: part.victim,
});

/** A part as another team gets it. */
export class SharedPart {
  @ApiProperty({ description: 'From 1, among those that your team gets' }) number: number;
  @ApiProperty({ enum: PART_KINDS }) kind: string;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'Its text, or what stands for it under the terms' }) text: string;
  @ApiProperty({ enum: TLP_LABELS }) tlp: string;
  @ApiProperty({ enum: INFORMATION_TYPES }) information_type: string;
  @ApiProperty({ enum: PAP_LEVELS, ...MAYBE, description: 'What your team may do with it' })
  pap: string | null;
  @ApiProperty({ enum: PART_TAGS, isArray: true }) tags: string[];
}
