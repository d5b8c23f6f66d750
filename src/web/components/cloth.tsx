import { useId } from 'react';

/** A quiet weave where there is no picture: a story told by voice, or one that is getting ready. */
export function Cloth() {
  const id = useId();
  return (
    <svg aria-hidden="true" className="absolute inset-0 size-full bg-thread-wash">
      <defs>
        <pattern id={id} width="24" height="24" patternUnits="userSpaceOnUse">
          <rect x="1" y="1" width="10" height="4" rx="2" className="fill-yarn" opacity="0.45" />
          <rect x="1" y="7" width="10" height="4" rx="2" className="fill-yarn" opacity="0.45" />
          <rect x="13" y="13" width="10" height="4" rx="2" className="fill-yarn" opacity="0.45" />
          <rect x="13" y="19" width="10" height="4" rx="2" className="fill-yarn" opacity="0.45" />
          <rect x="13" y="1" width="4" height="10" rx="2" className="fill-thread" opacity="0.16" />
          <rect x="19" y="1" width="4" height="10" rx="2" className="fill-thread" opacity="0.16" />
          <rect x="1" y="13" width="4" height="10" rx="2" className="fill-thread" opacity="0.16" />
          <rect x="7" y="13" width="4" height="10" rx="2" className="fill-thread" opacity="0.16" />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
