declare module '*.po' {
  import type { Messages } from '@lingui/core';

  export const load: () => Promise<Messages>;
}
