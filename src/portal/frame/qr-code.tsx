import qrcode from 'qrcode-generator';

/** Light cells around the code, without which apps do not find it (ISO/IEC 18004 §6.3.8). */
const QUIET = 4;

/** A text as a QR code. It is black on white in dark mode, too, since apps read no other. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const size = count + 2 * QUIET;
  const cells = Array.from({ length: count * count }, (_, n) => ({
    row: Math.floor(n / count),
    column: n % count,
  }));
  const path = cells
    .filter(({ row, column }) => code.isDark(row, column))
    .map(({ row, column }) => `M${column + QUIET} ${row + QUIET}h1v1h-1z`)
    .join('');
  return (
    <svg
      class="qr-code"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
