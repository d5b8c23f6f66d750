/** A whole link may be pasted where a name is asked for: then it is what the link ends with. */
export function handleOf(text: string): string {
  const typed = text.trim();
  const code = /\/follow\/([^/?#\s]+)\/?$/.exec(typed)?.[1];
  return code === undefined ? typed.replace(/^@(?=[^@]+$)/, '') : decode(code);
}

/** What is no address is taken as it was typed. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whether it is the code of a link, which says whose it is; a username does not. */
export const isCode = (handle: string): boolean => /^[0-9a-f]{32}$/.test(handle);
