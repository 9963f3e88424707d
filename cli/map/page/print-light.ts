import type { Drawing } from './draw-network.ts';
import { byId } from './element.ts';
import { THEMES } from './palette.ts';
import type { ThemeChoice } from './theme.ts';

/** A4 at 300 dots an inch, within what every browser gives a canvas. */
const PAPER = { maxWidth: 3300, maxHeight: 2100 };

/** Part of cytoscape's renderer, below its `png()`: a canvas at once, where `png()` gives text that has to be decoded before it shows. */
interface CanvasRenderer {
  bufferCanvasImage(options: {
    full: boolean;
    bg: string;
    maxWidth: number;
    maxHeight: number;
  }): HTMLCanvasElement;
}

/** Paper gets the whole map in light colors, whatever is on the screen. */
export function printLight(drawing: Drawing, theme: ThemeChoice): void {
  const { cy, paint } = drawing;
  const root = document.documentElement;
  addEventListener('beforeprint', () => {
    root.dataset['theme'] = 'light';
    paint({ ...THEMES.light, back: '#ffffff' });
    const renderer = (cy as unknown as { renderer(): CanvasRenderer }).renderer();
    byId('paper').replaceChildren(renderer.bufferCanvasImage({ full: true, bg: '#ffffff', ...PAPER }));
  });
  addEventListener('afterprint', () => {
    root.dataset['theme'] = theme.current().name;
    paint(theme.current());
    byId('paper').replaceChildren();
  });
}
