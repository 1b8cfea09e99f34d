export { meaculpa } from './site/eleventy.ts';
export { type Loaded, load } from './site/load.ts';
