import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';

/** Resolves its configuration once: that takes more of the processor than a page does. */
class OneConfig extends StaticConfigLoader {
  #resolved: ReturnType<StaticConfigLoader['getConfigFor']> | undefined;
  override getConfigFor(handle: string): ReturnType<StaticConfigLoader['getConfigFor']> {
    this.#resolved ??= super.getConfigFor(handle);
    return this.#resolved;
  }
}

/** A function that says what is wrong with the markup of a document or a part of one, each as `rule: message`. */
export function markupChecker(rules: ConfigData['rules'] = {}): (html: string) => Promise<readonly string[]> {
  const validator = new HtmlValidate(new OneConfig({ extends: ['html-validate:recommended'], rules }));
  return async (html) => {
    const { results } = await validator.validateString(html);
    return results.flatMap(({ messages }) => messages.map((one) => `${one.ruleId}: ${one.message}`));
  };
}
