import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Editable } from '../../../web/components/editable.tsx';
import { TextAreaField } from '../../../web/components/text-field.tsx';
import type { StoryDetail } from '../../../web/contract.ts';
import { useWhose } from '../../../web/whose-context.ts';
import { useChangeStory } from './queries.ts';
import { Summary } from './summary.tsx';

export interface WrittenFieldsProps {
  story: StoryDetail;
  onSeek: (seconds: number) => void;
  /** Between the two. */
  children?: ReactNode;
}

/** What is written about a story, for those who may write it. */
export function WrittenFields({ story, onSeek, children }: WrittenFieldsProps) {
  const { t } = useLingui();
  const whose = useWhose();
  return (
    <div className="grid gap-8">
      <Written
        story={story}
        name="summary"
        label={t`In a few words`}
        hint={
          story.canManage
            ? whose({
                own: t`Helps your family find this story again.`,
                theirs: t`Helps their family find this story again.`,
              })
            : t`Helps everybody find this story again.`
        }
        shown={story.summary ? <Summary story={story} onSeek={onSeek} /> : null}
      />
      {children}
      <Written
        story={story}
        name="responseNotes"
        label={t`Notes`}
        hint={
          story.canManage
            ? whose({
                own: t`Names, dates, or anything you forgot to say.`,
                theirs: t`Names, dates, or anything that was not said.`,
              })
            : t`Names, dates, or anything that was not said.`
        }
      />
    </div>
  );
}

interface WrittenProps {
  story: StoryDetail;
  name: 'summary' | 'responseNotes';
  label: string;
  hint: string;
  /** Instead of the plain text. */
  shown?: ReactNode;
}

function Written({ story, name, label, hint, shown }: WrittenProps) {
  const change = useChangeStory(story.id);
  const text = story[name];
  const empty: ReactNode = (
    <span className="text-ink-soft">
      <Trans>Nothing written yet.</Trans>
    </span>
  );
  return (
    <div className="grid gap-1">
      <h3 className="font-body font-semibold">{label}</h3>
      <Editable
        name={label}
        value={shown ?? (text ? <span className="whitespace-pre-line">{text}</span> : empty)}
        onSave={async (values) => {
          await change.mutateAsync({ [name]: values[name] ?? '' });
        }}
      >
        <TextAreaField name={name} label={label} hint={hint} rows={5} defaultValue={text ?? ''} />
      </Editable>
    </div>
  );
}
