/** So many at a time. */
export class Turns {
  readonly #most: number;
  #taken = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get full(): boolean {
    return this.#taken >= this.#most;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    this.#taken += 1;
    try {
      return await work();
    } finally {
      this.#taken -= 1;
    }
  }
}
