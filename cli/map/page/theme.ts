import { byId } from './element.ts';
import { THEMES, type Theme } from './palette.ts';

export interface ThemeChoice {
  readonly current: () => Theme;
  readonly onChange: (listener: (theme: Theme) => void) => void;
}

/** As the system has it, until the button says otherwise. */
export function makeTheme(): ThemeChoice {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const button = byId('theme');
  const listeners: ((theme: Theme) => void)[] = [];
  let theme = THEMES.light;
  let byHand = false;
  const show = (dark: boolean): void => {
    theme = THEMES[dark ? 'dark' : 'light'];
    document.documentElement.dataset['theme'] = theme.name;
    button.textContent = dark ? 'Light' : 'Dark';
    for (const listener of listeners) listener(theme);
  };
  show(system.matches);
  system.addEventListener('change', () => {
    if (!byHand) show(system.matches);
  });
  button.addEventListener('click', () => {
    byHand = true;
    show(theme.name === 'light');
  });
  return { current: () => theme, onChange: (listener) => listeners.push(listener) };
}
