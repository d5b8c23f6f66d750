/* Two icons of the first page, drawn as in lucide, without its library. */

const lines = {
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

export function AlertMark() {
  return (
    <svg {...lines} aria-hidden="true" className="mt-[0.2em] size-[1.15em] shrink-0">
      <path d="M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20M12 8v4M12 16h.01" />
    </svg>
  );
}

export function BackMark() {
  return (
    <svg {...lines} aria-hidden="true" className="size-[1.1em] shrink-0">
      <path d="m12 19-7-7 7-7M19 12H5" />
    </svg>
  );
}
