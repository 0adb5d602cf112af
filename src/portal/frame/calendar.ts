/** Something with a time, as a calendar takes it. */
export interface CalendarEvent {
  /** The same whenever it is asked for, so that a calendar that holds it finds it again. */
  readonly uid: string;
  readonly starts: string;
  /** Null for an instant. */
  readonly ends: string | null;
  readonly summary: string;
  readonly description: string;
  readonly place?: string | null;
  readonly cancelled?: boolean;
}

/** Text of iCalendar (RFC 5545, 3.3.11): what would end a value or a line is escaped. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[;,]/g, (mark) => `\\${mark}`)
    // A calendar has no isolates: they would be shown as boxes, and bidirectional marks turn its lines.
    .replaceAll(/\p{Bidi_Control}/gu, '')
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

const eventOf = (event: CalendarEvent, at: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(event.uid)}@accord`,
  `DTSTAMP:${instant(at)}`,
  `DTSTART:${instant(event.starts)}`,
  ...(event.ends === null ? [] : [`DTEND:${instant(event.ends)}`]),
  `SUMMARY:${escaped(event.summary)}`,
  `DESCRIPTION:${escaped(event.description)}`,
  ...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
  `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'END:VEVENT',
];

/** Events as a calendar file. @param at when it was asked for */
export function calendarOf(events: readonly CalendarEvent[], at: string): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Accord//Activities//EN'],
    ...events.flatMap((event) => eventOf(event, at)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
