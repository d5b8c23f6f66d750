import { expect, test } from 'vitest';
import { aspectRatio, resolutionTier } from './shape.ts';

test.each([
  [1280, 720, '16:9'],
  [854, 480, '16:9'],
  [360, 640, '9:16'],
  [640, 480, '4:3'],
  [500, 500, '1:1'],
  [176, 144, '11:9'],
])('%i x %i is %s', (width, height, expected) => {
  expect(aspectRatio({ width, height })).toBe(expected);
});

test('tiers go by the number of pixels, whichever way the film is held', () => {
  expect(resolutionTier(null)).toBe('audio-only');
  expect(resolutionTier({ width: 480, height: 852 })).toBe('720p');
  expect(resolutionTier({ width: 720, height: 1280 })).toBe('720p');
  expect(resolutionTier({ width: 1920, height: 1080 })).toBe('1080p');
  expect(resolutionTier({ width: 2560, height: 1440 })).toBe('1440p');
  expect(resolutionTier({ width: 3840, height: 2160 })).toBe('2160p');
});
