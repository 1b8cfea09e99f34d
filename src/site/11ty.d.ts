/** What of Eleventy this program uses; Eleventy brings no types. */
declare module '@11ty/eleventy' {
  export interface Build {
    readonly directories: { readonly output: string };
  }

  export interface Configuration {
    readonly on: (event: 'eleventy.after', then: (build: Build) => void | Promise<void>) => void;
    readonly addWatchTarget: (path: string) => void;
    readonly setTemplateFormats: (formats: readonly string[]) => void;
  }

  export interface Options {
    readonly quietMode: boolean;
    readonly configPath: false;
    readonly config: (configuration: Configuration) => void;
  }

  export default class Eleventy {
    constructor(input: string, output: string, options: Options);
    disableLogger(): void;
    write(): Promise<void>;
  }
}
