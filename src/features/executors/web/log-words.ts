import { useLingui } from '@lingui/react/macro';
import type { LogEntry } from '../../../web/contract.ts';

type Thing = LogEntry['thing'];
type Action = LogEntry['action'];
type Sentences = Record<Action, string>;

/** One entry of the log as a sentence: "Tom changed who may see “My first job”: everyone invited." */
export function useLogWords(): (entry: LogEntry) => string {
  const { t } = useLingui();
  const changeOfStory = useChangeOfStory();
  const tieWords = useTieWords();
  return (entry) => {
    const who = entry.actorName ?? t`Someone`;
    const what = entry.name ?? t`without a name`;
    const about = entry.about ?? t`without a name`;
    const things: Record<Exclude<Thing, TieThing>, () => Sentences> = {
      story: () => ({
        INSERT: t`${who} added the story “${what}”.`,
        UPDATE: changeOfStory(entry, who, what),
        DELETE: t`${who} deleted the story “${what}”.`,
      }),
      recording: () => ({
        INSERT: t`${who} began a recording of “${what}”.`,
        UPDATE: t`${who} changed what is noted of a recording of “${what}”.`,
        DELETE: t`${who} deleted a recording of “${what}”.`,
      }),
      words: () => ({
        INSERT: t`${who} wrote down the words of “${what}”.`,
        UPDATE: t`${who} changed the words of “${what}”.`,
        DELETE: t`${who} removed the words of “${what}”.`,
      }),
      suggestion: () => ({
        INSERT: t`${who} suggested other words: “${what}”.`,
        UPDATE: t`${who} answered a suggestion for other words: “${what}”.`,
        DELETE: t`${who} removed a suggestion for other words: “${what}”.`,
      }),
      topicVideo: () => ({
        INSERT: t`${who} added the video that sums up “${what}”.`,
        UPDATE: t`${who} changed the video that sums up “${what}”.`,
        DELETE: t`${who} deleted the video that sums up “${what}”.`,
      }),
      drawnOn: () => ({
        INSERT: t`${who} put the story “${what}” beside the video “${about}”.`,
        UPDATE: t`${who} put the story “${what}” beside the video “${about}”.`,
        DELETE: t`${who} took the story “${what}” from the video “${about}”.`,
      }),
      topic: () => ({
        INSERT: t`${who} marked the topic “${what}”.`,
        UPDATE: t`${who} marked the topic “${what}”.`,
        DELETE: t`${who} took the mark from the topic “${what}”.`,
      }),
      attachment: () => ({
        INSERT: t`${who} added “${what}” to the story “${about}”.`,
        UPDATE: t`${who} changed what is written about “${what}”, beside “${about}”.`,
        DELETE: t`${who} deleted “${what}” from the story “${about}”.`,
      }),
      person: () => ({
        INSERT: t`${who} added ${what} to the people in the photos.`,
        UPDATE: t`${who} changed what is noted of ${what}.`,
        DELETE: t`${who} removed ${what} from the people in the photos.`,
      }),
      personInPhoto: () => ({
        INSERT: t`${who} noted that ${what} is in “${about}”.`,
        UPDATE: t`${who} noted that ${what} is in “${about}”.`,
        DELETE: t`${who} noted that ${what} is not in “${about}”.`,
      }),
      object: () => ({
        INSERT: t`${who} added the thing “${what}”.`,
        UPDATE: t`${who} changed what is written about the thing “${what}”.`,
        DELETE: t`${who} deleted the thing “${what}”.`,
      }),
    };
    const { thing } = entry;
    const sentences = isTie(thing) ? tieWords(thing, entry, who, what) : things[thing]();
    return sentences[entry.action];
  };
}

function useChangeOfStory() {
  const { t } = useLingui();
  return ({ changed, became }: LogEntry, who: string, what: string) => {
    if (changed.includes('privacyLevel')) {
      const levels: Record<string, string> = {
        Private: t`only the storyteller`,
        Public: t`everyone invited`,
        Custom: t`chosen people`,
      };
      const level = levels[became ?? ''];
      return t`${who} changed who may see “${what}”: ${level}.`;
    }
    if (changed.includes('videoId')) return t`${who} put another recording into “${what}”.`;
    if (changed.includes('promptId')) return t`${who} made “${what}” the question of a story.`;
    return t`${who} changed what is written about “${what}”.`;
  };
}

type TieThing = 'permission' | 'listener' | 'keeper' | 'invitation' | 'followRequest';
const ties: readonly Thing[] = ['permission', 'listener', 'keeper', 'invitation', 'followRequest'];
const isTie = (thing: Thing): thing is TieThing => ties.includes(thing);

/** What was done about people. */
function useTieWords() {
  const { t } = useLingui();
  return (thing: TieThing, { about, became }: LogEntry, who: string, what: string): Sentences => {
    const story = about ?? t`without a name`;
    const may = became !== 'none';
    const things: Record<TieThing, () => Sentences> = {
      permission: () => ({
        INSERT: may
          ? t`${who} let ${what} see “${story}”.`
          : t`${who} kept “${story}” from ${what}.`,
        UPDATE: may
          ? t`${who} let ${what} see “${story}”.`
          : t`${who} kept “${story}” from ${what}.`,
        DELETE: t`${who} took back what ${what} may do with “${story}”.`,
      }),
      listener: () => ({
        INSERT: t`${who} let ${what} watch.`,
        UPDATE: became === 'true' ? t`${who} let ${what} watch again.` : t`${who} paused ${what}.`,
        DELETE: t`${who} ended the connection with ${what}.`,
      }),
      keeper: () => ({
        INSERT: t`${what} began to look after these stories.`,
        UPDATE: t`${who} changed who looks after these stories: ${what}.`,
        DELETE: t`${what} looks after these stories no longer.`,
      }),
      invitation: () => ({
        INSERT: t`${who} invited ${what}.`,
        UPDATE:
          became === 'ACCEPTED'
            ? t`${what} accepted the invitation.`
            : t`${who} took back the invitation of ${what}.`,
        DELETE: t`${who} removed the invitation of ${what}.`,
      }),
      followRequest: () => ({
        INSERT: t`${what} asked to watch.`,
        UPDATE:
          became === 'APPROVED'
            ? t`${who} let ${what} watch.`
            : t`${who} did not let ${what} watch.`,
        DELETE: t`${who} removed what ${what} had asked.`,
      }),
    };
    return things[thing]();
  };
}
