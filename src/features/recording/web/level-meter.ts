/** How loud the microphone is. */
export interface LevelMeter {
  /** 0 (silence) to 1 (as loud as it goes), on a scale that fits what an ear hears. */
  read: () => number;
  close: () => void;
}

/** Below this nobody hears a voice. */
export const SILENCE = 0.12;
const QUIETEST_DB = -60;

/**
 * Measures the stream's sound without playing it. The browser may hold the audio clock until the
 * person has touched the page, so the first touch or key wakes it.
 */
export function createLevelMeter(stream: MediaStream): LevelMeter {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const wake = () => {
    if (context.state === 'suspended') void context.resume();
  };
  wake();
  addEventListener('pointerdown', wake);
  addEventListener('keydown', wake);

  return {
    read() {
      analyser.getFloatTimeDomainData(samples);
      return loudness(samples);
    },
    close() {
      removeEventListener('pointerdown', wake);
      removeEventListener('keydown', wake);
      void context.close();
    },
  };
}

/** Root mean square in decibels, −60 dB and less as 0, full scale as 1. */
export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const db = 20 * Math.log10(Math.sqrt(sum / samples.length));
  return Math.min(Math.max(1 - db / QUIETEST_DB, 0), 1);
}
