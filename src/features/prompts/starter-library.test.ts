import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { installStarterLibrary, promptId, starterLibrary, topicId } from './starter-library.ts';

const library = starterLibrary();
const prompts = library.flatMap((topic) =>
  topic.prompts.map((prompt) => ({ ...prompt, slug: topic.slug })),
);

describe('the questions', () => {
  test('are many, over every theme', () => {
    expect(library.length).toBeGreaterThanOrEqual(12);
    expect(prompts.length).toBeGreaterThanOrEqual(150);
    expect(new Set(library.map((topic) => topic.theme)).size).toBe(7);
  });

  test('come from every file of the folder, each once', () => {
    const files = readdirSync(new URL('./library/', import.meta.url)).sort();
    expect(library.map((topic) => `${topic.slug}.json`).sort()).toEqual(files);
    expect(new Set(library.map((topic) => topic.category)).size).toBe(library.length);
  });

  test.each(library)('of $slug begin with two or three that set the scene', (topic) => {
    const context = topic.prompts.map((prompt) => prompt.context === true);
    const count = context.filter(Boolean).length;
    expect([2, 3]).toContain(count);
    expect(context.lastIndexOf(true)).toBe(count - 1);
    expect(topic.prompts.length).toBeGreaterThanOrEqual(10);
  });

  test('are one or two short sentences', () => {
    const long = prompts.filter(({ text }) => text.length > 200 || sentences(text).length > 2);
    expect(long).toEqual([]);
    expect(prompts.filter(({ text }) => !/^[A-Z].*[.?]$/.test(text))).toEqual([]);
  });

  test.each(library)('of $slug read at sixth grade or below', (topic) => {
    const grades = topic.prompts.map((prompt) => grade(prompt.text));
    expect(grades.reduce((sum, g) => sum + g, 0) / grades.length).toBeLessThanOrEqual(6);
  });

  test('are never asked twice, not even in other words', () => {
    const twins = prompts.flatMap((one, index) =>
      prompts
        .slice(index + 1)
        .filter((other) => overlap(one.text, other.text) >= 0.4)
        .map((other) => [one.text, other.text]),
    );
    expect(twins).toEqual([]);
  });

  test.each(library)('of $slug open in different ways', (topic) => {
    const openings = topic.prompts.map((prompt) => words(prompt.text)[0]);
    for (const opening of new Set(openings)) {
      const share = openings.filter((other) => other === opening).length / openings.length;
      expect(share, `openings with "${opening}"`).toBeLessThanOrEqual(1 / 3);
    }
    const runs = openings.filter((word, i) => word === openings[i + 1] && word === openings[i + 2]);
    expect(runs).toEqual([]);
  });

  test.each([
    ['pressing', /!|\bplease\b|\bmust tell\b|\bhave to tell\b/i],
    ['leading', /\b(of course|obviously|surely|don't you|isn't it|wasn't it|happiest|saddest)\b/i],
    ['medical', /\b(diagnos\w*|medic\w*|surger\w*|hospital|disease|symptom|illness|cancer)\b/i],
    ['blunt', /\b(die|died|dying|dead|death|suicide|abuse\w*|divorce\w*|trauma\w*)\b/i],
    [
      'taking a family for granted',
      /\byour (wife|husband|spouse|wedding|marriage|mother|father|parents|sons?|daughters?|brothers?|sisters?|children|grandchildren)\b/i,
    ],
  ])('are never %s', (_, forbidden) => {
    expect(prompts.filter((prompt) => forbidden.test(prompt.text))).toEqual([]);
  });
});

describe('ids', () => {
  test('stay the same, or a second installation would double the library', () => {
    expect(topicId('childhood-home')).toBe('fb9e891e-9937-5df2-87af-67f48bfbdaab');
    expect(promptId('childhood-home', 'Where did you go when you wanted to be alone?')).toBe(
      '7eb034e7-2b82-5aa2-9b9b-b30b18bd41f7',
    );
  });

  test('are UUIDs of version 5, all different', () => {
    const ids = [
      ...library.map((topic) => topicId(topic.slug)),
      ...prompts.map((prompt) => promptId(prompt.slug, prompt.text)),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    const version5 = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(ids.filter((id) => !version5.test(id))).toEqual([]);
  });
});

describe('installing', () => {
  test('takes one repeatable statement for each table, topics before prompts', async () => {
    const calls: { text: string; rows: Record<string, unknown>[] }[] = [];
    const installed = await installStarterLibrary(async (text, values) => {
      calls.push({ text, rows: JSON.parse(String(values[0])) });
      return { rowCount: calls.length };
    });

    expect(installed).toEqual({ topics: 1, prompts: 2 });
    expect(calls.map(({ text }) => /insert into (\S+)/.exec(text)?.[1])).toEqual([
      'public."PromptCategory"',
      'public."Prompt"',
    ]);
    for (const { text } of calls) expect(text).toMatch(/on conflict \(id\) do nothing$/);

    const [topicRows = [], promptRows = []] = calls.map(({ rows }) => rows);
    expect(topicRows.map((row) => row.position)).toEqual(library.map((_, index) => index + 1));
    expect(promptRows).toHaveLength(prompts.length);
    expect(promptRows[0]).toEqual({
      id: promptId('childhood-home', prompts[0]?.text ?? ''),
      promptText: prompts[0]?.text,
      isContextEstablishing: true,
      isObjectPrompt: false,
      promptCategoryId: topicRows[0]?.id,
      position: 1,
    });
    const known = new Set(topicRows.map((row) => row.id));
    expect(promptRows.filter((row) => !known.has(row.promptCategoryId))).toEqual([]);
  });

  test('fails when the database does not count', async () => {
    await expect(installStarterLibrary(async () => ({ rowCount: null }))).rejects.toThrow(
      'how many rows',
    );
  });
});

function words(text: string): string[] {
  return text.toLowerCase().match(/[a-z']+/g) ?? [];
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.?])\s+/);
}

/** Groups of vowels, less a silent -e, -es or -ed ("home", "homes", "asked"; not "table"). */
function syllables(word: string): number {
  const spoken = word
    .replace(/(?<![td])ed$/, '')
    .replace(/(?<![^aeiouy]l)e$|(?<![^aeiouy]l|[sxzcg]|[cs]h)es$/, '');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}

/** Flesch-Kincaid grade level (Kincaid et al. 1975, US Navy Research Branch Report 8-75). */
function grade(text: string): number {
  const all = words(text);
  const sounds = all.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (all.length / sentences(text).length) + 11.8 * (sounds / all.length) - 15.59;
}

const common = new Set(
  `a about all an and are as at be by did do for from had have how if in is it its of on one or so
   tell that the them then there they this to us was were what when where which who why with you
   your`.split(/\s+/),
);

/** How much of the telling words two questions share, 0 to 1 (Jaccard). */
function overlap(one: string, other: string): number {
  const [a, b] = [one, other].map((t) => new Set(words(t).filter((w) => !common.has(w))));
  const shared = [...(a ?? [])].filter((word) => b?.has(word)).length;
  return shared / ((a?.size ?? 0) + (b?.size ?? 0) - shared || 1);
}
