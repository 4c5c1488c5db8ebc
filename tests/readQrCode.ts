/** Which modules of a QR code are dark, row by row. */
export type Modules = readonly (readonly boolean[])[];

/** Whether a mask inverts a module, by the mask's number. */
const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];
/** Up to which version the codewords stand in one block, by the two bits of the level: M, L, H, Q. */
const ONE_BLOCK = [3, 5, 2, 2];
const FORMAT_MASK = 0b101010000010010;
const BYTES = 0b0100;

/**
 * The text of a small QR code without its quiet zone, by ISO/IEC 18004. It reads what is drawn as
 * it is, and mends nothing. Throws where there are several blocks or anything but bytes.
 */
export function readQrCode(modules: Modules): string {
  const size = modules.length;
  const version = (size - 17) / 4;
  const isDark = (x: number, y: number) => modules[y]?.[x] === true;

  const format = numberOf([
    ...[0, 1, 2, 3, 4, 5, 7].map((x) => isDark(x, 8)),
    ...[8, 7, 5, 4, 3, 2, 1, 0].map((y) => isDark(8, y)),
  ]);
  const [level, mask] = [(format ^ FORMAT_MASK) >> 13, ((format ^ FORMAT_MASK) >> 10) & 7];
  if (version > (ONE_BLOCK[level] ?? 0)) throw new Error(`Version ${version} has several blocks.`);

  const bits: boolean[] = [];
  // In pairs of columns from the right, up and down in turn, past the column of the timing pattern.
  for (let right = size - 1, isUp = true; right > 0; right -= right === 8 ? 3 : 2, isUp = !isUp)
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) {
        const y = isUp ? size - 1 - step : step;
        if (!isFunction(x, y, size)) bits.push(isDark(x, y) !== (MASKS[mask]?.(x, y) ?? false));
      }

  const [mode, count] = [numberOf(bits.slice(0, 4)), numberOf(bits.slice(4, 12))];
  if (mode !== BYTES) throw new Error(`Mode ${mode} isn’t that of bytes.`);
  const bytes = Uint8Array.from({ length: count }, (_, at) =>
    numberOf(bits.slice(12 + 8 * at, 20 + 8 * at)),
  );
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** Finder, timing and alignment patterns and the format, none of which holds data. */
function isFunction(x: number, y: number, size: number): boolean {
  const isFinder = (x < 9 && y < 9) || (x < 9 && y >= size - 8) || (x >= size - 8 && y < 9);
  const isAlignment =
    size > 21 && Math.max(Math.abs(x - (size - 7)), Math.abs(y - (size - 7))) <= 2;
  return isFinder || isAlignment || x === 6 || y === 6;
}

/** The first bit is the highest. */
function numberOf(bits: readonly boolean[]): number {
  return bits.reduce((number, bit) => 2 * number + Number(bit), 0);
}
