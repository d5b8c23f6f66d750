import { connect } from 'node:net';

/**
 * Asks a server on loopback as fast as it answers, from a process of its own: a parent sends a
 * Load and gets the answers per second. Of each answer it reads the length and counts the bytes, so
 * that what it costs itself is little and the same for every server.
 */
interface Load {
  port: number;
  /** Whole HTTP requests; each connection asks them in turn. */
  requests: string[];
  connections: number;
  seconds: number;
}

process.on('message', async (load: Load) => process.send?.(await measure(load)));

async function measure({ port, requests, connections, seconds }: Load): Promise<number> {
  const started = performance.now();
  const until = started + seconds * 1000;
  const counts = await Promise.all(
    Array.from({ length: connections }, (_, i) => askOn(port, requests, i, until)),
  );
  const answered = counts.reduce((sum, count) => sum + count, 0);
  return answered / ((performance.now() - started) / 1000);
}

function askOn(port: number, requests: string[], from: number, until: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answered = 0;
    let missing = 0;
    const ask = () => socket.write(requests[(from + answered) % requests.length] ?? '');
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('data', (data) => {
      if (missing === 0) {
        const head = data.subarray(0, data.indexOf('\r\n\r\n')).toString('latin1');
        const length = /content-length: (\d+)/i.exec(head)?.[1];
        if (!/^HTTP\/1.1 206/.test(head) || !length) return reject(new Error(head));
        missing = Number(length) + head.length + 4;
      }
      missing -= data.length;
      if (missing > 0) return;
      answered += 1;
      if (performance.now() < until) return ask();
      socket.end();
      resolve(answered);
    });
  });
}
