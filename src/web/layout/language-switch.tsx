import { useLingui } from '@lingui/react/macro';
import { chooseLocale, type Locale, locales } from '../i18n.ts';

/** A button for each language that is not the one on the screen, in its own words. */
export function LanguageSwitch() {
  const { i18n } = useLingui();
  const others = (Object.keys(locales) as Locale[]).filter((locale) => locale !== i18n.locale);
  return (
    <>
      {others.map((locale) => (
        <button
          type="button"
          key={locale}
          onClick={() => void chooseLocale(locale)}
          className="prose-link min-h-11 cursor-pointer px-2"
        >
          <span lang={locale}>{locales[locale]}</span>
        </button>
      ))}
    </>
  );
}
