import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/** English is the source. `npx lingui extract` brings the catalogs up to date; Vite compiles them. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es'],
  catalogs: [
    {
      path: '<rootDir>/src/web/locales/{locale}',
      include: ['src/web', 'src/features/*/web/**'],
    },
  ],
  format: formatter({ lineNumbers: false, printPlaceholdersInComments: false }),
});
