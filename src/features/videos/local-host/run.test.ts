import { describe, expect, test } from 'vitest';
import { run, ToolError } from './run.ts';

/** Node itself is the tool. */
function script(code: string, options: Partial<Parameters<typeof run>[2]> = {}, ...args: string[]) {
  return run(process.execPath, ['-e', code, '--', ...args], { timeoutMs: 30_000, ...options });
}

const FOR_EVER = 'console.log(process.pid); setInterval(() => {}, 1000)';

/** The ToolError of a run that must fail. */
async function failure(promise: Promise<unknown>): Promise<ToolError> {
  const error = await promise.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ToolError);
  return error as ToolError;
}

describe('run', { timeout: 30_000 }, () => {
  test('hands arguments over as they are and gives back both outputs', async () => {
    const code = 'process.stdout.write(process.argv[1]); process.stderr.write("said")';
    const hostile = '$(id) ; "%d" -i';
    const { stdout, stderr } = await script(code, {}, hostile);
    expect(stdout.toString()).toBe(hostile);
    expect(stderr).toBe('said');
  });

  test('a tool that hangs is killed when its time is over', async () => {
    const pids: number[] = [];
    const onLine = (line: string) => pids.push(Number(line));
    const error = await failure(script(FOR_EVER, { timeoutMs: 1500, onLine }));
    expect(error.reason).toBe('timeout');
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  test('a tool that somebody else kills did not fail by itself', async () => {
    const onLine = (line: string) => process.kill(Number(line), 'SIGKILL');
    expect((await failure(script(FOR_EVER, { onLine }))).reason).toBe('killed');
    const stopped = (line: string) => process.kill(Number(line), 'SIGSTOP');
    expect((await failure(script(FOR_EVER, { onLine: stopped, stallMs: 500 }))).reason).toBe(
      'stalled',
    );
  });

  test('a tool that says nothing any more is killed', async () => {
    expect((await failure(script(FOR_EVER, { stallMs: 1500 }))).reason).toBe('stalled');
  });

  test('stops when it is told to, with the reason it was given', async () => {
    const stop = new AbortController();
    const onLine = () => stop.abort(new Error('enough'));
    await expect(script(FOR_EVER, { signal: stop.signal, onLine })).rejects.toThrow('enough');
    await expect(script('', { signal: stop.signal })).rejects.toThrow('enough');
  });

  test('floods of output do not fill the memory', async () => {
    const flood = 'for (let i = 0; i < 64; i++) process.stdout.write("x".repeat(1 << 20))';
    expect((await failure(script(flood))).reason).toBe('too_much_output');
    const noisy = 'process.stderr.write("x".repeat(1 << 20) + "the end"); process.exitCode = 3';
    const error = await failure(script(noisy));
    expect(error).toMatchObject({ reason: 'failed' });
    expect(error.stderr.length).toBeLessThanOrEqual(16 * 1024);
    expect(error.stderr.endsWith('the end')).toBe(true);
  });

  test('a tool that is not there', async () => {
    expect((await failure(run('/no/such/tool', [], { timeoutMs: 1000 }))).reason).toBe('missing');
  });

  test('the tool gets nothing of the environment that it does not need', async () => {
    process.env.TELLOOM_RUN_TEST = 'secret';
    try {
      const { stdout } = await script('console.log(Object.keys(process.env).join())');
      expect(stdout.toString()).not.toContain('TELLOOM_RUN_TEST');
      expect(stdout.toString()).toContain('PATH');
    } finally {
      delete process.env.TELLOOM_RUN_TEST;
    }
  });

  test('the tool runs at low priority', async () => {
    await script('while (require("os").getPriority() < 10);');
  });
});
