import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/**
 * Reads what a program says until a line matches, and resolves with what the pattern takes from it.
 * @param name of the program, for the error when it ends before
 */
export async function readUntil(
  output: Readable | null,
  pattern: RegExp,
  name: string,
): Promise<string> {
  if (output === null) throw new Error(`what ${name} says is not piped`);
  const said: string[] = [];
  for await (const line of createInterface({ input: output })) {
    said.push(line);
    const found = pattern.exec(line);
    if (!found) continue;
    output.resume(); // what it says from here on is not kept, and must not block it
    return found[1] ?? found[0];
  }
  throw new Error(`${name} ended before it was ready:\n${said.join('\n')}`);
}
