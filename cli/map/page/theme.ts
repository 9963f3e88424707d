import type { Colors } from './color-devices.ts';
import { currentTheme, type Drawing } from './draw-network.ts';
import { byId } from './element.ts';

/** As the system has it, until the button says otherwise. */
export function watchTheme(drawing: Drawing, colors: Colors): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const button = byId('theme');
  let byHand = false;
  const show = (dark: boolean): void => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    button.textContent = dark ? 'Light' : 'Dark';
    drawing.paint(currentTheme());
  };
  show(system.matches);
  system.addEventListener('change', () => {
    if (!byHand) show(system.matches);
  });
  button.addEventListener('click', () => {
    byHand = true;
    show(currentTheme().name === 'light');
  });
  colors.onChange(() => drawing.paint(currentTheme()));
}
