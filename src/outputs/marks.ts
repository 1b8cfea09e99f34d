import type { Mark } from '../pages/parts/badge.ts';

/** Those of `src/views/styles/tokens.css` in light: `--paper`, `--ink`, `--soft`, `--status-…`. White is read on each. */
export const ink = { paper: '#ffffff', text: '#1a2027', soft: '#55616d' } as const;
export const statuses = {
  operational: '#1a6b3c',
  maintenance: '#1d5fa6',
  degraded: '#855800',
  partial: '#ab3f00',
  outage: '#b3141f',
  neutral: ink.soft,
} as const;

type Shape = 'disc' | 'square' | 'triangle' | 'diamond' | 'octagon' | 'ring';

/** In a box of 16, like those of the badge. */
export const shapes = {
  disc: '<circle cx="8" cy="8" r="7.5"/>',
  square: '<rect x="1" y="1" width="14" height="14" rx="2.5"/>',
  triangle: '<path d="M8 1 15.7 14.5H.3z"/>',
  diamond: '<path d="M8 .2 15.8 8 8 15.8.2 8z"/>',
  octagon: '<path d="M4.9.5h6.2l4.4 4.4v6.2l-4.4 4.4H4.9L.5 11.1V4.9z"/>',
  ring: '<path d="M8 .5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zm0 2.4a5.1 5.1 0 1 1 0 10.2A5.1 5.1 0 0 1 8 2.9z"/>',
} as const satisfies Record<Shape, string>;

export const marks = {
  operational: ['disc', 'operational'],
  resolved: ['disc', 'operational'],
  under_maintenance: ['square', 'maintenance'],
  planned: ['ring', 'maintenance'],
  degraded_performance: ['triangle', 'degraded'],
  watching: ['ring', 'degraded'],
  partial_outage: ['diamond', 'partial'],
  major_outage: ['octagon', 'outage'],
  missed: ['disc', 'outage'],
  closed: ['ring', 'neutral'],
  cancelled: ['ring', 'neutral'],
  undated: ['ring', 'neutral'],
} as const satisfies Record<Mark, readonly [Shape, keyof typeof statuses]>;
