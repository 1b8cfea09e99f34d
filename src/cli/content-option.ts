/** What a command that is named to the writer needs, to be about the same folder: ` --content site`. */
export function contentOption({
  given: { content },
}: {
  readonly given: { readonly content?: string | undefined };
}): string {
  if (content === undefined || content === 'content') return '';
  return ` --content ${/^[\w./-]+$/.test(content) ? content : `'${content.replaceAll("'", `'\\''`)}'`}`;
}
