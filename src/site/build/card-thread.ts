import { parentPort, workerData } from 'node:worker_threads';
import type { Card } from '../../outputs/cards/cards.ts';
import { drawingIn } from './draw-card.ts';

/** A thread of `cards.ts`: draws the cards that it is given, one after the other. */
const cards: readonly Card[] = workerData;
const draw = drawingIn();
for (const card of cards) parentPort?.postMessage({ path: card.path, content: await draw(card) });
