import { expect, test } from 'vitest';
import { fileStem, saveAs } from './save-as.ts';

test.each([
  ['Rosa López – ¿Qué comías? – 2026-11-24', 'Rosa López – ¿Qué comías – 2026-11-24'],
  ['a"b\r\nSet-Cookie: x=y', 'a b Set-Cookie x=y'],
  ['../../etc/passwd', 'etc passwd'],
  ['..', 'file'],
  ['', 'file'],
  ['con', '_con'],
  ['A film. ', 'A film'],
  // a mark that would show the end of the name before its middle
  ['photo\u202e4pm.exe', 'photo 4pm.exe'],
  ['half \ud83d of a character', 'half of a character'],
  ['祖母の台所', '祖母の台所'],
])('%j becomes the name %j', (stem, name) => {
  expect(fileStem(stem)).toBe(name);
});

test('a long name is cut between two characters, and fits everywhere', () => {
  const family = '👩‍👩‍👧‍👦';
  const name = fileStem(family.repeat(50));
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
  expect(name.replaceAll(family, '')).toBe('');
});

test('the header has it in plain letters, and as it is written', () => {
  expect(saveAs("Año 'Nuevo' 100%41", 'mp4')).toBe(
    `attachment; filename="Ano 'Nuevo' 100_41.mp4"; filename*=UTF-8''A%C3%B1o%20%27Nuevo%27%20100%2541.mp4`,
  );
  expect(saveAs('祖母', 'm4a')).toBe(
    `attachment; filename="__.m4a"; filename*=UTF-8''%E7%A5%96%E6%AF%8D.m4a`,
  );
  expect(saveAs('a＂＼b', 'mp4')).toMatch(/^attachment; filename="a_b\.mp4"; /);
});
