/**
 * Colors that people with any kind of color blindness tell apart (Okabe and Ito, "Color Universal Design", 2008). Vermilion is kept for what
 * is wrong, and what is wrong differs in shape as well.
 */
export const CATEGORY_COLORS = ['#56b4e9', '#e69f00', '#009e73', '#cc79a7', '#0072b2', '#f0e442'] as const;
export const VERMILION = '#d55e00';
/** Categories beyond the palette: a grey so dark that who sees no red does not take it for the purple. */
export const OTHER_COLOR = '#4a525c';

export interface Theme {
  readonly name: 'light' | 'dark';
  readonly back: string;
  readonly ink: string;
  readonly soft: string;
  readonly link: string;
  readonly accent: string;
  /** How much of its color a box is filled with; the rest is the background. */
  readonly tint: number;
}

export const THEMES: Readonly<Record<Theme['name'], Theme>> = {
  light: {
    name: 'light',
    back: '#f6f7f9',
    ink: '#14181d',
    soft: '#66707c',
    link: '#9aa5b1',
    accent: '#0072b2',
    tint: 0.65,
  },
  dark: {
    name: 'dark',
    back: '#12151a',
    ink: '#f2f4f7',
    soft: '#98a2af',
    link: '#5b6673',
    accent: '#8fd0f5',
    tint: 0.44,
  },
};

/** `part` of one color over another. */
export function mix(color: string, over: string, part: number): string {
  const channel = (at: number): string => {
    const [one = 0, other = 0] = [color, over].map((text) => Number.parseInt(text.slice(at, at + 2), 16));
    return Math.round(one * part + other * (1 - part))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
