import { agree } from './agree.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { newNotice } from './new.ts';
import { schema } from './schema.ts';
import { serve } from './serve.ts';
import { update } from './update.ts';

export const commands: Readonly<Record<string, Command>> = {
  build: {
    summary: 'command.build.summary',
    options: ['content', 'output', 'now', 'strict', 'no-cache', 'lang', 'help'],
    run: build,
  },
  check: {
    summary: 'command.check.summary',
    options: ['content', 'now', 'strict', 'format', 'lang', 'help'],
    run: check,
  },
  serve: {
    summary: 'command.serve.summary',
    options: ['content', 'now', 'port', 'lang', 'help'],
    run: serve,
  },
  new: {
    summary: 'command.new.summary',
    operands: ['incident|maintenance', 'ID'],
    options: ['content', 'title-en', 'title-fr', 'now', 'lang', 'help'],
    run: newNotice,
  },
  update: {
    summary: 'command.update.summary',
    operands: ['ID'],
    options: ['content', 'phase', 'at', 'next', 'now', 'lang', 'help'],
    run: update,
  },
  agree: {
    summary: 'command.agree.summary',
    operands: ['ID'],
    options: ['content', 'lang', 'help'],
    run: agree,
  },
  import: {
    summary: 'command.import.summary',
    operands: ['statuspage|cstate|upptime', 'FROM'],
    options: ['content', 'text-language', 'dry-run', 'now', 'lang', 'help'],
    // What it reads with is loaded by nothing else.
    run: async (context) => (await import('./import.ts')).importHistory(context),
  },
  compare: {
    summary: 'command.compare.summary',
    operands: ['OLD', 'NEW'],
    options: ['content', 'lang', 'help'],
    run: async (context) => (await import('./compare.ts')).compare(context),
  },
  schema: {
    summary: 'command.schema.summary',
    options: ['content', 'lang', 'help'],
    run: schema,
  },
};
