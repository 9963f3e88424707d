import { joinBlocks, type Block, type Placed } from './block.ts';

/**
 * Blocks from left to right in as few rows as `maxWidth` allows, in rows of about one length, each in the middle. The order is kept.
 */
export function flow(blocks: readonly Block[], spacing: { maxWidth: number; gap: number }): Block {
  const { gap } = spacing;
  const rows = breakRows(blocks, spacing);
  const widths = rows.map((row) => widthOf(row, gap));
  const width = Math.max(0, ...widths);
  const placed: Placed[] = [];
  let y = 0;
  for (const [index, row] of rows.entries()) {
    let x = (width - (widths[index] ?? 0)) / 2;
    for (const block of row) {
      placed.push({ block, at: { x, y } });
      x += block.width + gap;
    }
    y += Math.max(...row.map(({ height }) => height)) + gap;
  }
  return joinBlocks(placed, Math.max(1, rows.length));
}

function breakRows(
  blocks: readonly Block[],
  { maxWidth, gap }: { maxWidth: number; gap: number },
): Block[][] {
  const count = Math.max(1, Math.ceil(widthOf(blocks, gap) / Math.max(1, maxWidth)));
  const aim = Math.min(maxWidth, widthOf(blocks, gap) / count + largest(blocks) / 2);
  const rows: Block[][] = [];
  let room = Number.NEGATIVE_INFINITY;
  for (const block of blocks) {
    if (block.width > room) {
      rows.push([]);
      room = Math.max(aim, block.width);
    }
    rows.at(-1)?.push(block);
    room -= block.width + gap;
  }
  return rows;
}

const widthOf = (blocks: readonly Block[], gap: number): number =>
  blocks.reduce((sum, { width }) => sum + width + gap, -gap);
const largest = (blocks: readonly Block[]): number =>
  blocks.reduce((most, { width }) => Math.max(most, width), 0);
