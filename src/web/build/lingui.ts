import { relative } from 'node:path';
import { transformAsync } from '@babel/core';
import macroPlugin from '@lingui/babel-plugin-lingui-macro';
import { createCompiledCatalog, getCatalogForFile, getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import type { Plugin } from 'vite';

/**
 * Turns Lingui's `t` and `<Trans>` into calls with a message id. Vite's React plugin has no Babel,
 * so this runs it alone, before everything else, and leaves TypeScript and JSX as they are.
 */
export function macros(): Plugin {
  return {
    name: 'telloom:lingui-macros',
    enforce: 'pre',
    transform: {
      filter: { id: /\.tsx?$/, code: /@lingui\/(core|react)\/macro/ },
      async handler(code, id) {
        const result = await transformAsync(code, {
          filename: id,
          babelrc: false,
          configFile: false,
          sourceMaps: true,
          parserOpts: { plugins: id.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'] },
          plugins: [macroPlugin],
        });
        if (!result?.code) throw new Error(`${id}: the messages could not be compiled`);
        return { code: result.code, map: result.map };
      },
    },
  };
}

/**
 * Makes `src/web/locales/<locale>.po` a module whose `load` fetches the compiled messages: as JSON,
 * which costs a phone less than the same as JavaScript. A build also looks through the sources, so
 * that a message which is not in the file yet appears in English.
 */
export function catalogs(): Plugin {
  let isBuild = false;
  return {
    name: 'telloom:lingui-catalogs',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    transform: {
      filter: { id: /\.po$/ },
      async handler(_code, id) {
        const { locale, json } = await compileCatalog(id, isBuild);
        if (!isBuild) return `export const load = async () => (${json}).messages;`;
        const file = this.emitFile({ type: 'asset', name: `${locale}.json`, source: json });
        return `export const load = async () => {
          const reply = await fetch(import.meta.ROLLUP_FILE_URL_${file});
          if (!reply.ok) throw new Error('The messages could not be loaded: ' + reply.status);
          return (await reply.json()).messages;
        };`;
      },
    },
  };
}

async function compileCatalog(path: string, withSources: boolean) {
  const config = getConfig();
  const found = getCatalogForFile(
    relative(config.rootDir ?? process.cwd(), path),
    await getCatalogs(config),
  );
  if (!found) throw new Error(`${path} is not a catalog of lingui.config.ts`);
  const { locale, catalog } = found;
  const { messages } = await catalog.getTranslations(locale, {
    fallbackLocales: {},
    sourceLocale: 'en',
  });
  const sources = withSources ? await catalog.collect() : {};
  for (const [key, { message }] of Object.entries(sources ?? {})) messages[key] ||= message ?? key;
  const { source, errors } = createCompiledCatalog(locale, messages, { namespace: 'json' });
  if (errors.length > 0) throw new Error(errors.map((e) => String(e.error)).join('\n'));
  return { locale, json: source };
}
