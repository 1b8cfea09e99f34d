import { z } from 'zod';
import { commonKeys, type Kind, type Measured } from '../channel.ts';
import type { Message } from '../message.ts';
import { measuredPost, postOf } from './posts.ts';

const schema = z.strictObject({ ...commonKeys, as: z.enum(['x', 'voice']) });

/** Texts that a person pastes: a post for X, the words of a telephone line. Shown twice they do no harm. */
export const paste: Kind<z.output<typeof schema>> = {
  kind: 'paste',
  schema,
  needsSender: () => false,
  repeatableFor: Number.POSITIVE_INFINITY,
  secrets: () => [],
  preview: (message, { as }) => ({ text: textOf(message, as), measured: measured(message, as) }),
  async send(message, { as }, io) {
    io.show(textOf(message, as));
    return { fate: 'sent' };
  },
};

const textOf = (message: Message, as: 'x' | 'voice'): string =>
  as === 'x' ? postOf(message, 'x') : message.said.map(({ shorts }) => shorts.voice).join('\n\n');

const measured = (message: Message, as: 'x' | 'voice'): readonly Measured[] =>
  as === 'x'
    ? measuredPost(message, 'x')
    : message.said.map(({ locale, shorts }) => ({ by: 'voice', locale, text: shorts.voice }));
