import { createInterface } from 'node:readline';

/** Asks on a terminal; nothing where either end is none. A terminal that is closed answers nothing. */
export function askOn(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
): ((question: string) => Promise<string>) | undefined {
  if (!input.isTTY || !output.isTTY) return undefined;
  return (question) =>
    new Promise((resolve) => {
      const lines = createInterface({ input, output });
      lines.once('close', () => resolve(''));
      lines.once('SIGINT', () => {
        lines.close();
        process.kill(process.pid, 'SIGINT');
      });
      lines.question(question, (line) => {
        resolve(line);
        lines.close();
      });
    });
}
