import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { catalogs, macros } from './src/web/build/lingui.ts';
import { precompress } from './src/web/build/precompress.ts';
import { preloadFonts } from './src/web/build/preload-fonts.ts';
import { serviceWorker } from './src/web/build/service-worker.ts';

export default defineConfig({
  root: 'src/web',
  plugins: [
    macros(),
    catalogs(),
    react(),
    tailwindcss(),
    preloadFonts(['fraunces-latin-wght-normal', 'atkinson-hyperlegible-next-latin-wght-normal']),
    serviceWorker(),
    precompress(),
  ],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // What the first page needs comes in one file; the rest follows with the pages that need it.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
  },
});
