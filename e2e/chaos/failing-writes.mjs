// Loaded into a server before its program. Between two SIGUSR2, one write to a file in five ends in
// its middle for want of room, and one sync in five is refused by the disk.
import { open } from 'node:fs/promises';

const PROBABILITY = 0.2;
let failing = false;
process.on('SIGUSR2', () => {
  failing = !failing;
});

const fails = () => failing && Math.random() < PROBABILITY;
const refused = (code) =>
  Object.assign(new Error(`${code}: made to fail`), { code, syscall: 'write' });

const file = await open(process.execPath);
const FileHandle = Object.getPrototypeOf(file);
await file.close();

const { write } = FileHandle;
FileHandle.write = async function (bytes, offset, length, position) {
  if (!fails()) return write.call(this, bytes, offset, length, position);
  await write.call(this, bytes, offset, length >> 1, position);
  throw refused('ENOSPC');
};
for (const name of ['sync', 'datasync']) {
  const toDisk = FileHandle[name];
  FileHandle[name] = async function () {
    if (fails()) throw refused('EIO');
    return toDisk.call(this);
  };
}
