import { connect } from 'node:net';

/**
 * Asks a server on loopback as fast as it answers, from a process of its own. Each line of stdin is
 * {"port", "requests", "connections", "seconds"}; the answer is {"perSecond"} on stdout. It counts
 * the bytes of the first answer to each request and knows the later ones by their length, so that
 * what it costs itself is little and the same for every server.
 */
interface Load {
  port: number;
  /** Whole HTTP requests; each connection asks them in turn. */
  requests: string[];
  connections: number;
  seconds: number;
}

process.stdin.on('data', async (chunk) => {
  const load: Load = JSON.parse(chunk.toString('utf8'));
  process.stdout.write(`${JSON.stringify({ perSecond: await measure(load) })}\n`);
});

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
