import type { WebSocket } from 'ws';
import { type Connection, closing } from './connection.ts';
import { type Message, readFrame } from './frames.ts';
import { limits } from './limits.ts';

/**
 * Hands on what a client sends, one message after the other. What is no message, comes too fast or
 * piles up while the database is slow closes the socket.
 */
export function listenTo(
  socket: WebSocket,
  connection: Connection,
  take: (connection: Connection, message: Message) => Promise<void>,
): void {
  let last = Promise.resolve();
  let waiting = 0;
  socket.on('message', (data: Buffer, isBinary) => {
    if (!connection.isOpen) return;
    connection.heardAt = performance.now();
    waiting += data.length;
    if (!connection.messages.take() || waiting > limits.waitingBytes) {
      return connection.close(closing.refused, 'too many messages');
    }
    const message = readFrame(data, isBinary, connection.version);
    if (message === null) return connection.close(closing.malformed, 'this is no message');
    last = last.then(async () => {
      if (connection.isOpen) await take(connection, message);
      waiting -= data.length;
    });
  });
  // a frame that breaks the protocol, or is too long, closes the socket by itself
  socket.on('error', () => {});
}
