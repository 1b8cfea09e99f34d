import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { announce, type Claims, claim, claimsOn, waitFor } from './claims.ts';
import type { Look } from './findings.ts';

/** Notices that several threads look into: each by its path, with the key that its files have here. */
export interface Errand {
  /** The content folder, and that of the cache. */
  readonly directory: string;
  readonly cache: string;
  /** In epoch milliseconds. */
  readonly now: number;
  readonly notices: readonly { readonly path: string; readonly key: string }[];
  readonly claims: Claims;
  /** Where a thread tells what it has done. */
  readonly port: MessagePort;
}

/** What a thread has seen at a place of the list; nothing of what is for who sent it. Or: that it has failed. */
export type Done = { readonly at: number; readonly look?: Look } | 'failed';

/** The other threads: they go through the list from its end, while this one does from its beginning. */
export interface Threads {
  /** What another thread has seen: waits for it where one has begun. Otherwise this one is to look. */
  readonly lookAt: (at: number) => Look | undefined;
}

/** Of fewer notices, this thread has done most before another has begun. */
const worthwhile = 500;

/** Beyond these, each costs more than it saves. */
const most = 4;

/** The threads of this machine, where there are some and they are worth it. */
export function callThreads(errand: Omit<Errand, 'claims' | 'port'>): Threads | undefined {
  const { length } = errand.notices;
  const others = Math.min(availableParallelism(), most) - 1;
  if (others < 1 || length < worthwhile) return undefined;
  return threadsFor({ ...errand, claims: claimsOn(length) }, others);
}

/** Starts other threads, so many. */
export function threadsFor(errand: Omit<Errand, 'port'>, others: number): Threads {
  const { claims } = errand;
  const ports = Array.from({ length: others }, () => threadFor(errand));
  const looks = new Map<number, Look | undefined>();
  let areLost = false;
  const hear = () => {
    for (const port of ports) {
      for (;;) {
        const news: { readonly message: Done } | undefined = receiveMessageOnPort(port);
        if (news === undefined) break;
        if (news.message === 'failed') areLost = true;
        else looks.set(news.message.at, news.message.look);
      }
    }
  };
  return {
    lookAt(at) {
      hear();
      if (claim(claims, at)) return undefined;
      const isThere = () => {
        hear();
        return areLost || looks.has(at);
      };
      if (!areLost && !waitFor(claims, isThere)) areLost = true;
      const look = looks.get(at);
      looks.delete(at);
      return look;
    },
  };
}

/** Starts a thread, and gives the way to it. It ends by itself, and nobody waits for its end. */
function threadFor(errand: Omit<Errand, 'port'>): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const file = import.meta.filename.replace(/threads(\.[jt]s)$/, 'thread$1');
  const workerData: Errand = { ...errand, port: port2 };
  const worker = new Worker(file, { workerData, transferList: [port2] });
  worker.unref();
  // Whoever waits for it does its work after a while.
  worker.on('error', () => {});
  port1.unref();
  return port1;
}

/** What a thread tells who waits. */
export function tell({ port, claims }: Pick<Errand, 'port' | 'claims'>, done: Done): void {
  port.postMessage(done);
  announce(claims);
}
