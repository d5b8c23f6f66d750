import { describe, expect, test } from 'vitest';
import { ladder } from './ladder.ts';

function sizes(width: number, height: number, frameRate = 30): string[] {
  return ladder({ width, height, frameRate }).map((r) => `${r.width}x${r.height}`);
}

describe('ladder', () => {
  test.each([
    [1280, 720, ['1280x720', '852x480']],
    [1920, 1080, ['1920x1080', '1280x720', '852x480']],
    [3840, 2160, ['1920x1080', '1280x720', '852x480']],
    [1080, 1920, ['1080x1920', '720x1280', '480x852']],
    [854, 480, ['854x480', '640x358']],
    [640, 360, ['640x360']],
    [176, 144, ['176x144']],
    [1440, 1080, ['1440x1080', '960x720', '640x480']],
    [2560, 1080, ['1920x810', '1280x540', '852x360']],
    [1, 1, ['2x2']],
  ])('%i x %i', (width, height, expected) => {
    expect(sizes(width, height)).toEqual(expected);
  });

  test('whatever the film: even sides, never larger, each smaller than the one before', () => {
    for (let width = 50; width < 4000; width += 137) {
      for (let height = 50; height < 4000; height += 151) {
        const made = ladder({ width, height, frameRate: 30 });
        expect(made.length).toBeGreaterThan(0);
        expect(made.length).toBeLessThanOrEqual(3);
        expect(new Set(made.map((r) => r.name)).size).toBe(made.length);
        for (const [i, r] of made.entries()) {
          expect((r.width % 2) + (r.height % 2)).toBe(0);
          expect(r.width).toBeLessThanOrEqual(width);
          expect(r.height).toBeLessThanOrEqual(height);
          expect(r.maxrate).toBeLessThanOrEqual(made[i - 1]?.maxrate ?? r.maxrate);
        }
      }
    }
  });

  test('rates fit the picture, and more frames get more', () => {
    const [full] = ladder({ width: 1920, height: 1080, frameRate: 30 });
    expect(full).toMatchObject({ name: '1080p', maxrate: 4_500_000, bufsize: 9_000_000 });
    const [quick] = ladder({ width: 1920, height: 1080, frameRate: 60 });
    expect(quick?.maxrate).toBe(6_300_000);
  });
});
