// Preloaded: zod was not installed.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    return next(specifier === 'zod' ? 'zod-that-is-not-here' : specifier, context);
  },
});
