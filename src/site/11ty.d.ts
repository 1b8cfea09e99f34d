/** What of Eleventy this program uses; Eleventy brings no types. */
declare module '@11ty/eleventy' {
  export interface Written {
    readonly inputPath: string;
    /** `false` where nothing was written. */
    readonly outputPath: string | false;
    readonly content: string;
  }

  export interface Build {
    readonly directories: { readonly output: string };
    readonly outputMode: 'fs' | 'json' | 'ndjson';
  }

  export interface Built extends Build {
    readonly results: readonly Written[];
  }

  /** What `eleventy.config` hands over: the configuration that every plugin has had its say in. */
  export interface TemplateConfig {
    readonly getConfig: () => {
      readonly passthroughCopies: Record<string, { outputPath: string; copyOptions: object }>;
    };
  }

  export interface Configuration {
    /** The path below which the whole Eleventy site is hosted: `/`, `/avis/`. */
    readonly pathPrefix?: string;
    /** Globs of files that are no templates. */
    readonly ignores: Set<string>;
    readonly on: {
      (event: 'eleventy.config', then: (config: TemplateConfig) => void): void;
      (event: 'eleventy.before', then: (build: Build) => void | Promise<void>): void;
      (event: 'eleventy.after', then: (build: Built) => void | Promise<void>): void;
    };
    readonly addGlobalData: (name: string, value: object) => void;
    readonly addPlugin: <O>(plugin: (configuration: Configuration, options: O) => void, options: O) => void;
    readonly addTemplate: (path: string, template: object) => void;
    readonly addTemplateFormats: (formats: string) => void;
    readonly addWatchTarget: (path: string) => void;
    readonly setTemplateFormats: (formats: readonly string[]) => void;
  }

  export interface Options {
    readonly quietMode: boolean;
    /** Empty: no file of the project is read. */
    readonly configPath: string;
    readonly config: (configuration: Configuration) => void;
  }

  export default class Eleventy {
    constructor(input: string, output: string, options: Options);
    disableLogger(): void;
    write(): Promise<void>;
  }
}
