import type { Activity } from './activity';

/** Text of iCalendar (RFC 5545, 3.3.11): what would end a value or a line is escaped. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[;,]/g, (mark) => `\\${mark}`)
    // Other controls cannot stand in a line at all.
    .replaceAll(/\p{Cc}/gu, ' ');

/** Lines of 75 octets at most, folded between characters (RFC 5545, 3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, size] = ['', 0];
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (size + octets > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      [part, size] = ['', 0];
    }
    part += character;
    size += octets;
  }
  return [...parts, part].join('\r\n ');
}

const instant = (at: string): string => `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** An activity as a calendar takes it. @param at when it was asked for */
export function calendarOf(activity: Activity, at: string): string {
  const { id, title, place, starts_at, ends_at, agreement, state } = activity;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Accord//Activities//EN',
    'BEGIN:VEVENT',
    `UID:${id}@accord`,
    `DTSTAMP:${instant(at)}`,
    `DTSTART:${instant(starts_at)}`,
    `DTEND:${instant(ends_at)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(agreement)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    `STATUS:${state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
