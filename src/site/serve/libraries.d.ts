/** What of Eleventy's development server this program uses; it brings no types. */
declare module '@11ty/eleventy-dev-server' {
  import type { IncomingMessage, Server, ServerResponse } from 'node:http';

  export interface Found {
    readonly statusCode: number;
    readonly filepath?: string;
    readonly url?: string;
  }

  export interface Options {
    /** Whether it changes a page in place instead of loading it again. */
    readonly domDiff: boolean;
    /** `/avis/`, or `/`. */
    pathPrefix: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly messageOnStart: () => false;
    readonly middleware: readonly ((
      request: IncomingMessage,
      response: ServerResponse,
      next: () => void,
    ) => void)[];
    readonly logger: Readonly<Record<'info' | 'log' | 'error', () => void>>;
  }

  export default class DevServer {
    constructor(name: string, directory: string, options: Options);
    /** The folder that it serves. */
    dir: string;
    readonly options: Options;
    readonly server: Server;
    mapUrlToFilePath(url: string): Found;
    reload(event: { readonly files: readonly string[] }): void;
    close(): Promise<void>;
  }
}

declare module '@11ty/chokidar-with-glob-support' {
  export interface Watcher {
    on(event: 'all', then: () => void): Watcher;
    on(event: 'ready', then: () => void): Watcher;
    close(): Promise<void>;
  }

  export interface Options {
    readonly ignoreInitial: boolean;
    readonly disableGlobbing?: boolean;
    readonly awaitWriteFinish?: { readonly stabilityThreshold: number; readonly pollInterval: number };
  }

  export function watch(paths: readonly string[], options: Options): Watcher;
}
