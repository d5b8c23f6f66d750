/** While changes arrive by themselves, in milliseconds: should one get lost, it is found all the same. */
const RARELY = 20_000;

let changesArrive = false;

export function setChangesArrive(now: boolean): void {
  changesArrive = now;
}

/** How often to ask again for what is being prepared: rarely, as long as its changes arrive by themselves. */
export const pollEvery = (ms: number): number => (changesArrive ? Math.max(ms, RARELY) : ms);
