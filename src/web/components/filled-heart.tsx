import { Heart } from 'lucide-react';

/** Of what is a favourite. */
export const FilledHeart = (props: { className?: string }) => (
  <Heart {...props} fill="currentColor" />
);
