import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Camera, ImagePlus } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '../../../web/components/button.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import { useSendWords } from '../../recording/web/send-words.ts';
import type { Adding, Sent } from './use-adding.ts';

/** What the picker offers. What is taken is decided by what is in the files. */
const offered = [
  'image/*',
  'image/heic',
  'audio/*',
  '.pdf',
  '.docx',
  '.xlsx',
  '.pptx',
  '.odt',
  '.ods',
  '.odp',
  '.rtf',
  '.txt',
];

/** Chooses files, several at once, and shows how they get on. */
export function AddFiles({ adding }: { adding: Adding }) {
  const add = (files: FileList | null) => files && adding.add(files);
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap gap-4">
        <FileTrigger allowsMultiple acceptedFileTypes={offered} onSelect={add}>
          <Button variant="secondary" icon={ImagePlus}>
            <Trans>Add photos or papers</Trans>
          </Button>
        </FileTrigger>
        {/* Where there is a finger, there is a camera. */}
        <div className="hidden pointer-coarse:block max-sm:pointer-coarse:w-full">
          <FileTrigger acceptedFileTypes={['image/*']} defaultCamera="environment" onSelect={add}>
            <Button variant="secondary" icon={Camera}>
              <Trans>Take a photo</Trans>
            </Button>
          </FileTrigger>
        </div>
      </div>
      <Summary adding={adding} />
      {adding.files.length > 0 && (
        <Rows>
          {adding.files.map((sent) => (
            <OnItsWay key={sent.key} sent={sent} adding={adding} />
          ))}
        </Rows>
      )}
    </div>
  );
}

/** Read out as the number changes, and not with each percent. */
function Summary({ adding }: { adding: Adding }) {
  const left = adding.files.filter(({ phase }) => phase !== 'failed').length;
  return (
    <p role="status" className="text-ink-soft empty:hidden">
      {left > 0 && (
        <Plural
          value={left}
          one="Sending # file. Stay on this page."
          other="Sending # files. Stay on this page."
        />
      )}
      {left === 0 && adding.arrived > 0 && (
        <Plural value={adding.arrived} one="# file arrived." other="# files arrived." />
      )}
    </p>
  );
}

function OnItsWay({ sent, adding }: { sent: Sent; adding: Adding }) {
  const { t, i18n } = useLingui();
  const words = useSendWords();
  const percent = i18n.number(sent.share, { style: 'percent' });
  const about =
    sent.phase === 'failed'
      ? words(sent.error)
      : sent.phase === 'queued'
        ? t`Waits for its turn`
        : sent.waiting
          ? t`No connection. It goes on by itself.`
          : t`${percent} sent`;
  return (
    <Row
      title={sent.file.name}
      about={about}
      action={
        sent.phase === 'failed' && (
          <div className="flex flex-wrap gap-3">
            <Button variant="secondary" onPress={() => adding.retry(sent.key)}>
              <Trans>Try again</Trans>
            </Button>
            <Button variant="quiet" onPress={() => adding.drop(sent.key)}>
              <Trans>Leave it out</Trans>
            </Button>
          </div>
        )
      }
    />
  );
}
