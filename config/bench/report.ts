import { cpus } from 'node:os';

/** What the figures were measured on. */
export const machine = () => ({
  measured_at: new Date().toISOString(),
  node: process.version,
  processors: cpus().length,
  processor: cpus()[0]?.model ?? 'unknown',
});

export interface Bar {
  readonly label: string;
  readonly value: number;
}
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Ratios as a bar chart; the line is at 1, where the subject is as fast as its baseline. */
export function barsAsSvg(title: string, bars: readonly Bar[]): string {
  const [left, width, height] = [230, 360, 26];
  const top = Math.max(2, ...bars.map(({ value }) => value));
  const x = (value: number) => left + (value / top) * width;
  const rows = bars.map(({ label, value }, index) => {
    const y = 50 + index * height;
    return [
      `<text x="${left - 8}" y="${y + 14}" text-anchor="end">${escaped(label)}</text>`,
      `<rect x="${left}" y="${y}" width="${(x(value) - left).toFixed(1)}" height="18" fill="#2f6f8f"/>`,
      `<text x="${(x(value) + 6).toFixed(1)}" y="${y + 14}">${value.toFixed(2)}</text>`,
    ].join('');
  });
  const bottom = 50 + bars.length * height;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + width + 60}" height="${bottom + 16}" font-family="sans-serif" font-size="13" role="img">
<title>${escaped(title)}</title><text x="10" y="24" font-size="15">${escaped(title)}</text>
<line x1="${x(1)}" y1="40" x2="${x(1)}" y2="${bottom}" stroke="#a33" stroke-dasharray="4 3"/>
${rows.join('\n')}
</svg>
`;
}
