import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Notice } from '../../../web/components/notice.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import type { SheetLook } from '../../../web/contract.ts';
import { useReasonWords } from './words.ts';

/** Why a file is not taken, line by line. */
export function LookProblems({ look: { problems, problemCount } }: { look: SheetLook }) {
  const { t } = useLingui();
  const words = useReasonWords();
  return (
    <div className="grid gap-5">
      <Notice live tone="stop" title={t`The file cannot be put in like this`}>
        <p>
          <Plural
            value={problemCount}
            one="# place needs mending. Nothing was changed."
            other="# places need mending. Nothing was changed."
          />
        </p>
      </Notice>
      <Rows>
        {problems.map(({ line, column, reason, found }) => (
          <Row
            key={`${line} ${column} ${reason}`}
            title={words[reason]}
            about={
              <>
                {column === null ? (
                  <Trans>Line {line}</Trans>
                ) : (
                  <Trans>
                    Line {line}, column “{column}”
                  </Trans>
                )}
                {found && <>: {found}</>}
              </>
            }
          />
        ))}
      </Rows>
      <Further shown={problems.length} total={problemCount} />
    </div>
  );
}

/** What putting a file in would change. */
export function LookChanges({ look }: { look: SheetLook }) {
  const { t } = useLingui();
  const { added, changed, same, changes } = look;
  return (
    <div className="grid gap-5">
      <Notice
        live
        title={added + changed === 0 ? t`The file changes nothing` : t`This is what it would do`}
      >
        <p>
          <Plural value={added} _0="nothing new," one="# new," other="# new," />{' '}
          <Plural value={changed} _0="nothing changed," one="# changed," other="# changed," />{' '}
          <Plural value={same} one="# stays the same." other="# stay the same." />
        </p>
      </Notice>
      {changes.length > 0 && (
        <Rows>
          {changes.map((change) => (
            <Row
              key={change.line}
              title={change.name}
              about={
                <>
                  <Trans>Line {change.line}</Trans>
                  {' · '}
                  {change.isNew ? (
                    <Trans>new</Trans>
                  ) : (
                    <Trans>changed: {change.changed.join(', ')}</Trans>
                  )}
                </>
              }
            />
          ))}
        </Rows>
      )}
      <Further shown={changes.length} total={added + changed} />
    </div>
  );
}

function Further({ shown, total }: { shown: number; total: number }) {
  const rest = total - shown;
  if (rest <= 0) return null;
  return (
    <p className="text-ink-soft">
      <Plural value={rest} one="And # more." other="And # more." />
    </p>
  );
}
