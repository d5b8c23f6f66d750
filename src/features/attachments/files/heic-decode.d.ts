/** What is used of heic-decode 2.1; its own types are those of an older one. */
declare module 'heic-decode' {
  interface HeicImage {
    width: number;
    height: number;
    decode(): Promise<{ width: number; height: number; data: Uint8ClampedArray }>;
  }
  const decodeHeic: { all(input: { buffer: Uint8Array }): Promise<HeicImage[]> };
  export default decodeHeic;
}
