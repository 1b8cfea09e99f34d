import { origins } from '../model/notice.ts';
import { noticeKinds } from '../model/notice-kinds.ts';
import type { Command } from './command.ts';

/** Every command; what it does, and the libraries that it needs, are loaded when it is called. */
export const commands: Readonly<Record<string, Command>> = {
  build: {
    summary: 'command.build.summary',
    options: ['content', 'output', 'now', 'strict', 'against', 'releases', 'no-cache', 'lang', 'help'],
    load: async () => (await import('./build.ts')).build,
  },
  check: {
    summary: 'command.check.summary',
    options: ['content', 'now', 'strict', 'against', 'format', 'all', 'apology', 'lang', 'help'],
    load: async () => (await import('./check.ts')).check,
  },
  serve: {
    summary: 'command.serve.summary',
    options: ['content', 'now', 'port', 'lang', 'help'],
    load: async () => (await import('./serve.ts')).serve,
  },
  new: {
    summary: 'command.new.summary',
    operands: [Object.keys(noticeKinds).join('|'), 'ID'],
    options: ['content', 'title-en', 'title-fr', 'now', 'lang', 'help'],
    load: async () => (await import('./new.ts')).newNotice,
  },
  update: {
    summary: 'command.update.summary',
    operands: ['ID'],
    options: [
      'content',
      'phase',
      'at',
      'next',
      'services',
      'regions',
      'expected',
      'say',
      'now',
      'lang',
      'help',
    ],
    load: async () => (await import('./update.ts')).update,
  },
  agree: {
    summary: 'command.agree.summary',
    operands: ['ID'],
    options: ['content', 'lang', 'help'],
    load: async () => (await import('./agree.ts')).agree,
  },
  verify: {
    summary: 'command.verify.summary',
    operands: ['DIR|URL'],
    options: ['against', 'lang', 'help'],
    load: async () => (await import('./verify.ts')).verify,
  },
  rollback: {
    summary: 'command.rollback.summary',
    options: ['output', 'lang', 'help'],
    load: async () => (await import('./rollback.ts')).rollback,
  },
  next: {
    summary: 'command.next.summary',
    options: ['content', 'now', 'lang', 'help'],
    load: async () => (await import('./next.ts')).next,
  },
  notify: {
    summary: 'command.notify.summary',
    options: [
      'content',
      'site',
      'dry-run',
      'channel',
      'at-most',
      'push',
      'resume',
      'skip',
      'now',
      'lang',
      'help',
    ],
    load: async () => {
      const { notify } = await import('./notify.ts');
      return (context) => notify(context);
    },
  },
  phrases: {
    summary: 'command.phrases.summary',
    options: ['content', 'lang', 'help'],
    load: async () => (await import('./phrases.ts')).phrases,
  },
  watch: {
    summary: 'command.watch.summary',
    options: ['content', 'within', 'channel', 'push', 'now', 'lang', 'help'],
    load: async () => {
      const { watch } = await import('./watch.ts');
      return (context) => watch(context);
    },
  },
  init: {
    summary: 'command.init.summary',
    operands: ['DIR'],
    options: [
      'name-en',
      'name-fr',
      'organization-en',
      'organization-fr',
      'zone',
      'primary',
      'service',
      'from',
      'yes',
      'now',
      'lang',
      'help',
    ],
    load: async () => (await import('./init.ts')).init,
  },
  upgrade: {
    summary: 'command.upgrade.summary',
    options: ['content', 'write', 'lang', 'help'],
    load: async () => (await import('./upgrade.ts')).upgrade,
  },
  import: {
    summary: 'command.import.summary',
    operands: [origins.join('|'), 'FROM'],
    options: ['content', 'text-language', 'dry-run', 'now', 'lang', 'help'],
    load: async () => (await import('./import.ts')).importHistory,
  },
  compare: {
    summary: 'command.compare.summary',
    operands: ['OLD', 'NEW'],
    options: ['content', 'lang', 'help'],
    load: async () => (await import('./compare.ts')).compare,
  },
  schema: {
    summary: 'command.schema.summary',
    options: ['content', 'lang', 'help'],
    load: async () => (await import('./schema.ts')).schema,
  },
};
