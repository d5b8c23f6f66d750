import type { HtmlTagDescriptor, Plugin } from 'vite';

/**
 * Adds `<link rel="preload">` for the fonts that every page needs, so that they arrive with the
 * stylesheet and not after it. `names` are file names as in @fontsource-variable, without ending.
 */
export function preloadFonts(names: string[]): Plugin {
  return {
    name: 'telloom:preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        if (!bundle) return [];
        return names.map((name): HtmlTagDescriptor => {
          const file = Object.keys(bundle).find(
            (path) => path.includes(`/${name}-`) && path.endsWith('.woff2'),
          );
          if (!file) throw new Error(`The font ${name} is not in the build`);
          return {
            tag: 'link',
            injectTo: 'head',
            attrs: {
              rel: 'preload',
              as: 'font',
              type: 'font/woff2',
              href: `/${file}`,
              crossorigin: true,
            },
          };
        });
      },
    },
  };
}
