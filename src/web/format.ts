import { useLingui } from '@lingui/react/macro';
import { sizeUnit } from './size-unit.ts';

export interface Format {
  /** The language of the page as it is written where the reader is, for Intl: "en-GB". */
  locale: string;
  /** "24 November 2026" as the language writes it. */
  date: (iso: string) => string;
  /** Date and time of day. */
  dateTime: (iso: string) => string;
  /** "45 seconds", "4 minutes", "1 hour 5 minutes" from seconds. */
  length: (seconds: number) => string;
  number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** "640 kB", "24 MB", "1.4 GB" from bytes. */
  size: (bytes: number) => string;
}

/** Dates, lengths and numbers in the language of the page. */
export function useFormat(): Format {
  const { i18n } = useLingui();
  const unit = (value: number, name: string) =>
    i18n.number(value, { style: 'unit', unit: name, unitDisplay: 'long' });
  return {
    locale: String(i18n.locales ?? i18n.locale),
    date: (iso) => i18n.date(iso, { dateStyle: 'long' }),
    dateTime: (iso) => i18n.date(iso, { dateStyle: 'long', timeStyle: 'short' }),
    length(seconds) {
      if (seconds < 59.5) return unit(Math.max(1, Math.round(seconds)), 'second');
      const minutes = Math.round(seconds / 60);
      if (minutes < 60) return unit(minutes, 'minute');
      const rest = minutes % 60;
      const hours = unit((minutes - rest) / 60, 'hour');
      return rest === 0 ? hours : `${hours} ${unit(rest, 'minute')}`;
    },
    number: (value, options) => i18n.number(value, options),
    size(bytes) {
      const { value, ...options } = sizeUnit(bytes);
      return i18n.number(value, options);
    },
  };
}
