import { settings } from '../config.ts';

/** The text of docs/configuration.md, made from the settings themselves. */
export function configDocs(): string {
  const sections = Object.values(settings).map(({ env, about, allowed, fallback }) =>
    [`## \`${env}\``, '', about, '', `- Allowed: ${allowed}.`, `- Not set: ${fallback}.`, ''].join(
      '\n',
    ),
  );
  return [
    '# Configuration',
    '',
    '<!-- Made by `npx telloom config-docs > docs/configuration.md`; a test fails when it is stale. -->',
    '',
    'Every setting is an environment variable, read once at start. An empty one counts as not set. The keys',
    'of services can also be entered by an admin, under *Connected services*; what is set here holds over them.',
    'A wrong value ends the start with one sentence for each, before anything is touched.',
    '',
    ...sections,
  ].join('\n');
}
