import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';

/** A mail server that takes everything, or refuses every recipient. */
export async function startSmtp(
  refuse: boolean,
): Promise<{ url: string; got: string[]; smtp: Server }> {
  const got: string[] = [];
  const smtp = createServer((socket) => {
    let data: string | null = null;
    socket.setEncoding('utf8').write('220 test\r\n');
    let rest = '';
    socket.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (data !== null && line !== '.') data += `${line}\n`;
        else if (data !== null) {
          got.push(data);
          data = null;
          socket.write('250 kept\r\n');
        } else if (line === 'DATA') {
          data = '';
          socket.write('354 go on\r\n');
        } else if (refuse && line.startsWith('RCPT')) socket.write('550 nobody here\r\n');
        else socket.write(line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
  });
  smtp.listen(0, '127.0.0.1');
  await once(smtp, 'listening');
  return { url: `smtp://127.0.0.1:${(smtp.address() as AddressInfo).port}`, got, smtp };
}
