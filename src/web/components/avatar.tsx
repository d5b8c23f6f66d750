import { useState } from 'react';

/** A face, or the first letters of a name. The name always stands beside it, so it is not read out. */
export function Avatar(props: {
  name: string | null;
  url: string | null;
  size?: 'small' | 'large';
}) {
  const { name, url, size = 'small' } = props;
  const circle = `${size === 'small' ? 'size-12' : 'size-24'} shrink-0 rounded-full`;
  const [gone, setGone] = useState<string>();
  if (url && url !== gone) {
    return (
      <img
        src={url}
        alt=""
        className={`${circle} object-cover`}
        loading="lazy"
        onError={() => setGone(url)}
      />
    );
  }
  return (
    <span
      aria-hidden="true"
      className={`inline-flex items-center justify-center bg-thread-wash font-heading text-body font-semibold text-thread ${circle}`}
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
