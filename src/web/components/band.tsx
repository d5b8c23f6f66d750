import { useId } from 'react';

/** A thin woven band, the one ornament of the app. It says nothing, so nothing reads it out. */
export function Band({ className = '' }: { className?: string }) {
  const id = useId();
  return (
    <svg aria-hidden="true" className={`block h-2.5 w-full ${className}`}>
      <defs>
        <pattern id={id} width="20" height="10" patternUnits="userSpaceOnUse">
          <rect width="20" height="10" className="fill-paper" />
          <rect x="0.5" width="9" height="4.5" rx="1" className="fill-thread" />
          <rect x="10.5" y="5.5" width="9" height="4.5" rx="1" className="fill-thread" />
          <rect x="10.5" width="9" height="4.5" rx="1" className="fill-yarn" />
          <rect x="0.5" y="5.5" width="9" height="4.5" rx="1" className="fill-yarn" />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
