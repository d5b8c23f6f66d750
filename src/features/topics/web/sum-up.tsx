import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Section } from '../../../web/components/section.tsx';
import { useWhose } from '../../../web/whose-context.ts';
import { meQuery } from '../../people/web/queries.ts';
import { RecordLink } from '../../recording/web/told-links.tsx';
import { topicVideosQuery } from './queries.ts';

/** Offers a storyteller to sum a topic up, once there is something to sum up. */
export function SumUp({ topicId, told }: { topicId: string; told: number }) {
  const { t } = useLingui();
  const whose = useWhose();
  const { sharerId } = useSuspenseQuery(meQuery).data;
  const videos = useQuery(topicVideosQuery(topicId)).data?.items;
  if (told === 0 || !videos || videos.some(({ sharer }) => sharer.id === sharerId)) return null;
  return (
    <Section title={t`Sum up this topic`}>
      <div className="grid justify-items-start gap-4">
        <p className="text-ink-soft">
          {whose({
            own: t`One recording that tells all of it in short. Everyone you invited may watch.`,
            theirs: t`One recording that tells all of it in short. Everyone who was invited may watch.`,
          })}
        </p>
        <RecordLink subject={{ topicId }} variant="secondary">
          <Trans>Record a summary</Trans>
        </RecordLink>
      </div>
    </Section>
  );
}
