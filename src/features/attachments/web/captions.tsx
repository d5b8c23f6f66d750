import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Editable } from '../../../web/components/editable.tsx';
import { FormProblems } from '../../../web/components/form-context.ts';
import { RadioCards } from '../../../web/components/radio-cards.tsx';
import { TextAreaField, TextField } from '../../../web/components/text-field.tsx';
import type { Attachment } from '../../../web/contract.ts';
import { useWhenWords } from './attachment-words.ts';
import { type AttachmentChange, useChangeAttachment } from './queries.ts';

interface ItemProps {
  item: Attachment;
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <h3 className="font-body font-semibold">{label}</h3>
      {children}
    </div>
  );
}

const Nothing = () => (
  <span className="text-ink-soft">
    <Trans>Nothing written yet.</Trans>
  </span>
);

export function Title({ item }: ItemProps) {
  const { t } = useLingui();
  const change = useChangeAttachment(item.id);
  const label = t`What it shows`;
  return (
    <Part label={label}>
      <Editable
        name={label}
        value={item.title || <Nothing />}
        onSave={async ({ title = '' }) => {
          await change.mutateAsync({ title: title.trim() || null });
        }}
      >
        <TextField
          name="title"
          label={label}
          hint={t`In a few words, such as “The house in Cádiz”.`}
          defaultValue={item.title ?? ''}
          maxLength={200}
        />
      </Editable>
    </Part>
  );
}

export function Description({ item }: ItemProps) {
  const { t } = useLingui();
  const change = useChangeAttachment(item.id);
  const label = t`More about it`;
  return (
    <Part label={label}>
      <Editable
        name={label}
        value={
          item.description ? (
            <span className="whitespace-pre-line">{item.description}</span>
          ) : (
            <Nothing />
          )
        }
        onSave={async ({ description = '' }) => {
          await change.mutateAsync({ description: description.trim() || null });
        }}
      >
        <TextAreaField
          name="description"
          label={label}
          rows={5}
          defaultValue={item.description ?? ''}
          maxLength={5000}
        />
      </Editable>
    </Part>
  );
}

type Known = 'day' | 'year' | 'about' | 'unknown';

const knownOf = ({ dateCaptured, yearCaptured, estimatedYear }: Attachment): Known =>
  dateCaptured ? 'day' : yearCaptured ? 'year' : estimatedYear ? 'about' : 'unknown';

/** As much as somebody knows: a day, a year, about a year, or that they do not know. */
export function When({ item }: ItemProps) {
  const { t } = useLingui();
  const change = useChangeAttachment(item.id);
  const read = useReadWhen();
  const label = t`When it was`;
  const when = useWhenWords()(item);
  return (
    <Part label={label}>
      <Editable
        name={label}
        value={
          when ?? (
            <span className="text-ink-soft">
              <Trans>Not known.</Trans>
            </span>
          )
        }
        onSave={async (values) => {
          await change.mutateAsync(read(values));
        }}
      >
        <WhenFields item={item} />
      </Editable>
    </Part>
  );
}

function WhenFields({ item }: ItemProps) {
  const { t } = useLingui();
  const [known, setKnown] = useState<Known>(knownOf(item));
  const year = item.yearCaptured ?? item.estimatedYear;
  return (
    <>
      <RadioCards
        name="known"
        label={t`When was it?`}
        value={known}
        onChange={(value) => setKnown(value as Known)}
        cards={[
          { value: 'day', label: t`I know the day` },
          { value: 'year', label: t`I know the year` },
          { value: 'about', label: t`About a year` },
          { value: 'unknown', label: t`I do not know` },
        ]}
      />
      {known === 'day' && (
        <TextField
          name="day"
          type="date"
          label={t`Which day?`}
          defaultValue={item.dateCaptured ?? ''}
        />
      )}
      {(known === 'year' || known === 'about') && (
        <TextField
          name="year"
          label={t`Which year?`}
          hint={t`Four digits, such as 1952.`}
          inputMode="numeric"
          defaultValue={year ? String(year) : ''}
        />
      )}
    </>
  );
}

function useReadWhen(): (values: Record<string, string>) => AttachmentChange {
  const { t } = useLingui();
  return ({ known, day = '', year = '' }) => {
    const none = { dateCaptured: null, yearCaptured: null, estimatedYear: null };
    if (known === 'unknown') return none;
    if (known === 'day') {
      if (day === '') throw new FormProblems([{ field: 'day', message: t`Enter the day.` }]);
      return { ...none, dateCaptured: day };
    }
    if (!/^[12]\d{3}$/.test(year.trim())) {
      const message = t`Enter the year with four digits, such as 1952.`;
      throw new FormProblems([{ field: 'year', message }]);
    }
    const number = Number(year);
    return known === 'year'
      ? { ...none, yearCaptured: number }
      : { ...none, estimatedYear: number };
  };
}
