import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The languages that the portal speaks. */
export const PREFERRED_LANGUAGES = ['en', 'ur', 'zh'] as const;
export const THEMES = ['auto', 'light', 'dark'] as const;

/** How a person wants pages, on every device; null is not chosen. */
@Entity('account_preferences')
export class PreferencesRow {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId: string;
  @Column('text', { nullable: true }) language: (typeof PREFERRED_LANGUAGES)[number] | null;
  @Column('text', { name: 'time_zone', nullable: true }) timeZone: string | null;
  @Column('text', { nullable: true }) theme: (typeof THEMES)[number] | null;
}
