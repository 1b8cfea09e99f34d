import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve } from 'node:path';

// Loaded before the command: kills it before the n-th call that changes the content folder, like a power cut.
let left = Number(process.env.DIE_AT ?? '0');
const content = process.env.DIE_IN ?? '';
const step = (path: unknown) => {
  if (!resolve(String(path)).startsWith(content)) return;
  if (left <= 0) process.kill(process.pid, 'SIGKILL');
  left -= 1;
};
const { mkdirSync, writeFileSync, renameSync, rmSync } = fs;
fs.mkdirSync = ((path, options) => {
  step(path);
  return mkdirSync(path, options);
}) as typeof fs.mkdirSync;
fs.writeFileSync = (path, data, options) => {
  step(path);
  // Half of it may be there.
  if (left === 0 && typeof data === 'string') writeFileSync(path, data.slice(0, data.length / 2), options);
  step(path);
  writeFileSync(path, data, options);
};
fs.renameSync = (from, to) => {
  step(from);
  renameSync(from, to);
};
fs.rmSync = (path, options) => {
  step(path);
  rmSync(path, options);
};
syncBuiltinESMExports();
