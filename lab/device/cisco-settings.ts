import type { Setting } from './cli-context.ts';

/** What IOS and those that took after it have in common. */
export const CISCO_SETTINGS = {
  'terminal length': { takesNumber: true, does: 'length' },
  'terminal width': { takesNumber: true, does: 'nothing' },
  enable: { does: 'enable' },
  disable: { does: 'disable' },
  end: { does: 'nothing' },
} as const satisfies Record<string, Setting>;

export const CISCO_LEAVE = ['exit', 'quit', 'logout'] as const;
