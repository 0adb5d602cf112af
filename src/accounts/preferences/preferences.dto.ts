import { ApiProperty } from '@nestjs/swagger';
import { IsIn, ValidateIf } from 'class-validator';
import { PREFERRED_LANGUAGES, type PreferencesRow, THEMES } from '../preferences.entity';

/** The names of the IANA database that this runtime has. */
const TIME_ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];
const UnlessNull = () => ValidateIf((_body, value) => value !== null);

/** All of them at once: null where nothing is chosen, and the browser says. */
export class PreferencesBody {
  @ApiProperty({ enum: PREFERRED_LANGUAGES, nullable: true })
  @UnlessNull()
  @IsIn(PREFERRED_LANGUAGES)
  language: (typeof PREFERRED_LANGUAGES)[number] | null;

  @ApiProperty({ type: String, nullable: true, example: 'Asia/Karachi', description: 'IANA time zone' })
  @UnlessNull()
  @IsIn(TIME_ZONES, { message: 'time_zone must be a time zone of the IANA database, as Asia/Karachi' })
  time_zone: string | null;

  @ApiProperty({ enum: THEMES, nullable: true })
  @UnlessNull()
  @IsIn(THEMES)
  theme: (typeof THEMES)[number] | null;
}

export class PreferencesView {
  @ApiProperty({ type: String, nullable: true, enum: PREFERRED_LANGUAGES }) language:
    (typeof PREFERRED_LANGUAGES)[number] | null;
  @ApiProperty({ type: String, nullable: true, example: 'Asia/Karachi' }) time_zone: string | null;
  @ApiProperty({ type: String, nullable: true, enum: THEMES }) theme: (typeof THEMES)[number] | null;
}

export const presentPreferences = (row: PreferencesRow | null): PreferencesView => ({
  language: row?.language ?? null,
  time_zone: row?.timeZone ?? null,
  theme: row?.theme ?? null,
});
