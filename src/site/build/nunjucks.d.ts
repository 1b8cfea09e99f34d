import 'nunjucks';

declare module 'nunjucks' {
  type Exported = (error: Error | null, exported: object | null) => void;

  interface Template {
    /** Gives what a template exports, its macros; with a context and a frame, what it exports there. */
    getExported(...args: [Exported] | [context: object, frame: object, then: Exported]): void;
  }
}
