import type { Frame, Screen } from './record-terminal.ts';

const LETTER = { width: 7.83, height: 18, size: 13 };
const MARGIN = { x: 16, top: 44, bottom: 14 };
/** The last frame stays so long before it begins again. */
const HOLD_MS = 6000;

/**
 * One SVG that shows the frames at their times, over and over; who wants no motion sees the last one. Frames stand side by side, and
 * a strip of them jumps from one to the next. A line that stands in many frames is in the file once.
 */
export function animateFrames(frames: readonly Frame[], screen: Screen): string {
  const width = Math.ceil(screen.columns * LETTER.width + 2 * MARGIN.x);
  const height = screen.rows * LETTER.height + MARGIN.top + MARGIN.bottom;
  const end = (frames.at(-1)?.at ?? 0) + HOLD_MS;
  const lines = [...new Set(frames.flatMap((frame) => frame.lines))].filter((line) => line !== '');
  const ids = new Map(lines.map((line, at) => [line, `t${at}`]));
  const last = -(frames.length - 1) * width;
  const steps = frames.map(
    ({ at }, index) => `${((100 * at) / end).toFixed(2)}%{transform:translateX(${-index * width}px)}`,
  );
  const style = [
    `text{font:${LETTER.size}px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:#e6e9ee;white-space:pre}`,
    `.strip{transform:translateX(${last}px);animation:play ${end}ms steps(1,end) infinite}`,
    `@keyframes play{0%{transform:none}${steps.join('')}100%{transform:translateX(${last}px)}}`,
    '@media (prefers-reduced-motion:reduce){.strip{animation:none}}',
  ].join('\n');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>${style}</style>`,
    `<defs>${lines.map((line) => `<text id="${ids.get(line)}"${fit(line)}>${escape(line)}</text>`).join('\n')}</defs>`,
    `<rect width="${width}" height="${height}" rx="8" fill="#14181e"/>`,
    ...['#ff5f57', '#febc2e', '#28c840'].map(
      (color, at) => `<circle cx="${22 + 20 * at}" cy="20" r="6" fill="${color}"/>`,
    ),
    '<g class="strip">',
    ...frames.map((frame, index) => drawFrame(frame, index * width, ids)),
    '</g>',
    '</svg>\n',
  ].join('\n');
}

function drawFrame({ lines }: Frame, left: number, ids: ReadonlyMap<string, string>): string {
  const uses = lines.flatMap((line, row) => {
    const y = MARGIN.top + (row + 0.75) * LETTER.height;
    return line === '' ? [] : [`<use href="#${ids.get(line)}" x="${left + MARGIN.x}" y="${y}"/>`];
  });
  return uses.join('');
}

/** As wide as its letters are in the terminal, whatever font there is. */
const fit = (line: string): string =>
  ` textLength="${(line.length * LETTER.width).toFixed(1)}" lengthAdjust="spacingAndGlyphs"`;

const escape = (text: string): string =>
  text
    .replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/ {2,}/g, (gap) => gap.replaceAll(' ', '\u00a0'));
