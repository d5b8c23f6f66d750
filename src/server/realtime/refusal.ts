/** What a client is told when something is not done; its message goes to the client as it stands. */
export class Refusal extends Error {
  override name = 'Refusal';
}
