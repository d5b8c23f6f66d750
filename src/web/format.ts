import { useLingui } from '@lingui/react/macro';

export interface Format {
  /** "24 November 2026" as the language writes it. */
  date: (iso: string) => string;
  /** Date and time of day. */
  dateTime: (iso: string) => string;
  /** "45 seconds", "4 minutes", "1 hour 5 minutes" from seconds. */
  length: (seconds: number) => string;
  number: (value: number) => string;
  /** "24 MB" from bytes. */
  size: (bytes: number) => string;
}

/** Dates, lengths and numbers in the language of the page. */
export function useFormat(): Format {
  const { i18n } = useLingui();
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(i18n.locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(
      value,
    );
  return {
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
    number: (value) => i18n.number(value),
    size: (bytes) =>
      i18n.number(Math.max(1, Math.round(bytes / 1e6)), {
        style: 'unit',
        unit: 'megabyte',
        unitDisplay: 'short',
      }),
  };
}
