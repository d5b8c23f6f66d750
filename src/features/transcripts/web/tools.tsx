import { Trans, useLingui } from '@lingui/react/macro';
import { Download, FileUp, Mic } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { buttonClass } from '../../../web/components/button-style.ts';
import { Editable } from '../../../web/components/editable.tsx';
import { FieldWords, inputClass } from '../../../web/components/field-parts.tsx';
import { fieldId } from '../../../web/components/form-context.ts';
import { Section } from '../../../web/components/section.tsx';
import type { TranscriptDetail } from '../../../web/contract.ts';
import { useRefusalWords } from './cue-words.ts';
import { type Settled, useImport, useListenAgain, useSaveWords } from './queries.ts';

/** What is spoken where Telloom is used most; any other stays as it is. */
const languages = [
  'en',
  'es',
  'ca',
  'de',
  'fr',
  'it',
  'nl',
  'pl',
  'pt',
  'ru',
  'uk',
  'ar',
  'he',
  'hi',
  'ja',
  'ko',
  'zh',
];

interface ToolsProps {
  transcript: TranscriptDetail;
  settled: Settled;
}

/** The language of the words, files to and fro, and having a machine listen once more. */
export function Tools({ transcript, settled }: ToolsProps) {
  const { t } = useLingui();
  const refusal = useRefusalWords();
  const listen = useListenAgain(transcript.videoId, settled);
  const taking = useImport(transcript.videoId, settled);
  const file = useRef<HTMLInputElement>(null);
  const problem = taking.error ?? listen.error;
  return (
    <Section title={t`More`}>
      <div className="grid gap-8">
        <Language transcript={transcript} settled={settled} />
        {problem && (
          <p role="status" className="font-semibold text-stop">
            {refusal(problem)}
          </p>
        )}
        <div className="flex flex-wrap gap-4">
          <Button
            variant="secondary"
            icon={Mic}
            isPending={transcript.pending || listen.isPending}
            pendingLabel={t`The machine is listening…`}
            onPress={() => listen.mutate()}
          >
            <Trans>Have a machine write it down again</Trans>
          </Button>
          <Button variant="secondary" icon={FileUp} onPress={() => file.current?.click()}>
            <Trans>Take captions from a file</Trans>
          </Button>
          <input
            ref={file}
            type="file"
            accept=".vtt,.srt,text/vtt"
            className="sr-only"
            tabIndex={-1}
            aria-hidden="true"
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              if (chosen) taking.mutate(chosen);
              event.target.value = '';
            }}
          />
        </div>
        <p className="text-ink-soft">
          <Trans>What is written now stays under the earlier versions.</Trans>
        </p>
      </div>
    </Section>
  );
}

/** The words as files, for everybody who may read them. */
export function Downloads({ transcript: { videoId } }: { transcript: TranscriptDetail }) {
  const { t } = useLingui();
  const words = { vtt: t`Captions (VTT)`, srt: t`Captions (SRT)`, txt: t`Text` };
  return (
    <Section title={t`Take the words along`}>
      <div className="flex flex-wrap gap-4">
        {Object.entries(words).map(([format, name]) => (
          <a
            key={format}
            href={`/api/v1/transcripts/${videoId}/export/${format}`}
            download
            className={buttonClass('secondary')}
          >
            <Download aria-hidden="true" className="size-[1.2em] shrink-0" />
            {name}
          </a>
        ))}
      </div>
    </Section>
  );
}

function Language({ transcript, settled }: ToolsProps) {
  const { t, i18n } = useLingui();
  const save = useSaveWords(transcript.videoId, settled);
  const names = new Intl.DisplayNames(i18n.locale, { type: 'language' });
  const { language } = transcript;
  const known = language !== null && language !== 'und';
  const choices = known && !languages.includes(language) ? [language, ...languages] : languages;
  return (
    <div className="grid gap-1">
      <h3 className="font-body font-semibold">
        <Trans>Language</Trans>
      </h3>
      <Editable
        name={t`Language`}
        value={known ? names.of(language) : <Trans>We do not know yet.</Trans>}
        required={{ language: t`Choose a language.` }}
        onSave={async (values) => {
          await save.mutateAsync({ language: values.language ?? null });
        }}
      >
        <div className="grid gap-2">
          <FieldWords name="language" label={t`What language is spoken?`} problem={undefined} />
          <select
            name="language"
            id={fieldId('language')}
            defaultValue={language ?? ''}
            className={inputClass}
          >
            {choices.map((tag) => (
              <option key={tag} value={tag}>
                {names.of(tag)}
              </option>
            ))}
          </select>
        </div>
      </Editable>
    </div>
  );
}
