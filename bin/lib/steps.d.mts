/** Runs one step of the start and shows it as one line, with the seconds it takes. */
export function step<T>(
  label: string,
  work: (note: (text: string) => void) => T | Promise<T>,
  out?: { isTTY?: boolean; write(text: string): unknown },
): Promise<T>;
