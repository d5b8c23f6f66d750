/** A face, or the first letters of a name. The name always stands beside it, so it is not read out. */
export function Avatar({ name, url }: { name: string | null; url: string | null }) {
  if (url) {
    return (
      <img src={url} alt="" className="size-12 shrink-0 rounded-full object-cover" loading="lazy" />
    );
  }
  return (
    <span
      aria-hidden="true"
      className="inline-flex size-12 shrink-0 items-center justify-center rounded-full bg-thread-wash font-heading text-body font-semibold text-thread"
    >
      {initials(name)}
    </span>
  );
}

/** "Rosa María Díaz" becomes "RD"; no name becomes nothing. */
export function initials(name: string | null): string {
  const words = (name ?? '').trim().split(/\s+/);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return [first, last].map((word) => [...word][0]?.toLocaleUpperCase() ?? '').join('');
}
