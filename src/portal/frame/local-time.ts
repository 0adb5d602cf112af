const formats = new Map<string, Intl.DateTimeFormat>();

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function aheadAt(zone: string, at: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
      ...{ second: '2-digit', hourCycle: 'h23', timeZone: zone },
    });
    formats.set(zone, format);
  }
  const of = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const wall = Date.parse(`${of.year}-${of.month}-${of.day}T${of.hour}:${of.minute}:${of.second}Z`);
  return wall - Math.floor(at / 1000) * 1000;
}

/** What a clock in the zone shows at an instant, as a `datetime-local` field has it; empty for what is none. */
export function localOf(zone: string, instant: string): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return '';
  return new Date(at + aheadAt(zone, at)).toISOString().slice(0, 16);
}

/**
 * The instant at which a clock in the zone shows this. A time that is left out when clocks go forward is taken as
 * shown by the clock before, one that occurs twice as its first.
 * @returns undefined for what is no time
 */
export function instantOf(zone: string, local: string): string | undefined {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(local) ? Date.parse(`${local}Z`) : NaN;
  if (Number.isNaN(wall)) return undefined;
  const day = 86_400_000;
  const [before, after] = [wall - aheadAt(zone, wall - day), wall - aheadAt(zone, wall + day)];
  const shown = [before, after].filter((at) => at + aheadAt(zone, at) === wall);
  return new Date(shown.length > 0 ? Math.min(...shown) : before).toISOString();
}

/** What goes along with a field that begins with an instant: what it shows, and what that stands for. */
export const shownFor = (zone: string, instant: string | null | undefined): string =>
  instant ? `${localOf(zone, instant)} ${instant}` : '';

/**
 * The instant that such a field means. Where nobody touched it, that is the one that it began with: fields have no
 * seconds and know no hour twice, and the reader may have chosen another zone meanwhile.
 * @returns undefined for what is no time
 */
export function instantMeant(zone: string, local: string, shown: string | undefined): string | undefined {
  const [was, instant] = (shown ?? '').split(' ');
  return instant !== undefined && was === local ? instant : instantOf(zone, local);
}
