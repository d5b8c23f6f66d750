import { Trans, useLingui } from '@lingui/react/macro';
import { ListX } from 'lucide-react';
import { Button } from '../../../web/components/button.tsx';
import { TextLink } from '../../../web/components/links.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import type { Topic } from '../../../web/contract.ts';
import { ToldOf } from './topic-list.tsx';

interface TellNextProps {
  topics: Topic[];
  onTake: (topic: Topic) => void;
}

/** The list of topics to tell next, in their turn. */
export function TellNext({ topics, onTake }: TellNextProps) {
  const { t } = useLingui();
  return (
    <Rows>
      {topics.map((topic) => (
        <Row
          key={topic.id}
          title={
            <TextLink to="/topics/$topicId" params={{ topicId: topic.id }}>
              {topic.title}
            </TextLink>
          }
          about={<ToldOf topic={topic} />}
          action={
            <Button
              variant="secondary"
              icon={ListX}
              aria-label={t`Take off the list: ${topic.title}`}
              onPress={() => onTake(topic)}
            >
              <Trans>Take off</Trans>
            </Button>
          }
        />
      ))}
    </Rows>
  );
}
