import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import { expect, test } from 'vitest';

// When this fails: `npx lingui extract --clean`, then fill in what is empty in es.po.
test('every message of the app has a Spanish translation, and no other is kept', async () => {
  const [catalog] = await getCatalogs(getConfig());
  const used = Object.keys((await catalog?.collect()) ?? {}).sort();
  const spanish = await catalog?.read('es');
  expect(used.length).toBeGreaterThan(0);
  expect(Object.keys(spanish ?? {}).sort()).toEqual(used);
  expect(used.filter((id) => !spanish?.[id]?.translation)).toEqual([]);
}, 60_000);

test.each(['en', 'es'])('no merge left its marks in a sentence of %s', async (locale) => {
  const [catalog] = await getCatalogs(getConfig());
  const sentences = Object.values((await catalog?.read(locale)) ?? {});
  const marked = sentences.filter(({ translation = '' }) => /<{7}|={7}|>{7}/.test(translation));
  expect(marked).toEqual([]);
});
