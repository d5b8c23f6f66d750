import { i18n } from '@lingui/core';
import { load as en } from './locales/en.po';
import { load as es } from './locales/es.po';
import { regional } from './regional.ts';

export const locales = { en: 'English', es: 'Español' } as const;
export type Locale = keyof typeof locales;

const KEY = 'telloom.locale';
const isLocale = (text: string | null | undefined): text is Locale =>
  text !== null && text !== undefined && text in locales;

/** The language that was chosen here before, or the first one of the browser that there is. */
export function preferredLocale(): Locale {
  const chosen = localStorage.getItem(KEY);
  if (isLocale(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.split('-')[0]).find(isLocale) ?? 'en';
}

const load = { en, es };

/** Shows the app in `locale` from now on; dates and numbers as they are written where its reader is. */
export async function activate(locale: Locale): Promise<void> {
  const locales = regional(locale, navigator.languages);
  i18n.loadAndActivate({ locale, locales, messages: await load[locale]() });
  document.documentElement.lang = locale;
}

/** Shows the app in `locale`, now and at the next visit with this browser. */
export function chooseLocale(locale: Locale): Promise<void> {
  localStorage.setItem(KEY, locale);
  return activate(locale);
}

export { i18n };
