import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { ApiError } from '../../../web/api.ts';
import { Button } from '../../../web/components/button.tsx';
import {
  FieldWords,
  inputClass,
  useFieldProblem,
  wordsIds,
} from '../../../web/components/field-parts.tsx';
import { Form } from '../../../web/components/form.tsx';
import { FormProblems, fieldId } from '../../../web/components/form-context.ts';
import { Notice } from '../../../web/components/notice.tsx';
import type { SheetLook } from '../../../web/contract.ts';
import { LookChanges, LookProblems } from './look.tsx';
import { lookAtSheet, type SheetOf, usePutIn } from './queries.ts';

interface Looked {
  /** What was looked at, and is put in: not the file, which may be another by then. */
  sheet: Blob;
  look: SheetLook;
}

/** Chooses a file, shows what it would change, and puts it in when that is wanted. */
export function PutIn({ of }: { of: SheetOf }) {
  const { t } = useLingui();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [done, setDone] = useState<Pick<SheetLook, 'added' | 'changed'> | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setLooked(null);
    setDone(null);
  };
  return (
    <div className="grid gap-8">
      <Form
        className="grid max-w-xl gap-5"
        onSubmit={async () => {
          if (file === null)
            throw new FormProblems([{ field: 'file', message: t`Choose a file.` }]);
          setDone(null);
          const sheet = await readAgain(file, t`The file has changed since. Choose it once more.`);
          setLooked({ sheet, look: await lookAtSheet(of, sheet) });
        }}
      >
        <FileField onChoose={choose} />
        <div>
          <Button type="submit" variant="secondary" icon={Eye} pendingLabel={t`Looking…`}>
            <Trans>Look at it first</Trans>
          </Button>
        </div>
      </Form>
      {looked !== null && looked.look.problemCount > 0 && <LookProblems look={looked.look} />}
      {looked !== null && looked.look.problemCount === 0 && (
        <>
          <LookChanges look={looked.look} />
          {looked.look.added + looked.look.changed > 0 && (
            <Confirm
              of={of}
              looked={looked}
              onDone={(counts) => {
                setLooked(null);
                setDone(counts);
              }}
            />
          )}
        </>
      )}
      {done !== null && (
        <Notice live tone="good" title={t`It is in`}>
          <p>
            <Plural value={done.added} one="# new," other="# new," />{' '}
            <Plural value={done.changed} one="# changed." other="# changed." />
          </p>
        </Notice>
      )}
    </div>
  );
}

/** A browser refuses to read a file that was saved again after it was chosen. */
async function readAgain(file: File, changed: string): Promise<Blob> {
  try {
    return new Blob([await file.arrayBuffer()], { type: 'text/csv' });
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw new FormProblems([{ field: 'file', message: changed }]);
  }
}

function FileField({ onChoose }: { onChoose: (file: File | null) => void }) {
  const { t } = useLingui();
  const problem = useFieldProblem('file');
  const hint = t`At most 4 MB. Nothing changes before you have seen what would.`;
  return (
    <div className="grid gap-2">
      <FieldWords name="file" label={t`CSV file`} hint={hint} problem={problem} />
      <input
        type="file"
        id={fieldId('file')}
        accept=".csv,text/csv"
        className={`${inputClass} py-3`}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={wordsIds('file', hint, problem)}
        onClick={(event) => {
          // the same file, mended, counts as another choice
          event.currentTarget.value = '';
          onChoose(null);
        }}
        onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
      />
    </div>
  );
}

interface ConfirmProps {
  of: SheetOf;
  looked: Looked;
  onDone: (counts: Pick<SheetLook, 'added' | 'changed'>) => void;
}

function Confirm({ of, looked: { sheet, look }, onDone }: ConfirmProps) {
  const { t } = useLingui();
  const putIn = usePutIn(of);
  return (
    <Form
      onSubmit={async () => {
        try {
          onDone(await putIn.mutateAsync({ sheet, plan: look.plan }));
        } catch (error) {
          if (!(error instanceof ApiError && error.is('changed-meanwhile'))) throw error;
          throw new FormProblems([
            { message: t`Something changed here meanwhile. Look at the file again.` },
          ]);
        }
      }}
    >
      <div>
        <Button type="submit" pendingLabel={t`Putting it in…`}>
          <Trans>Put it in</Trans>
        </Button>
      </div>
    </Form>
  );
}
