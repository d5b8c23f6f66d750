// Plain JavaScript without dependencies: it runs before any package is installed.

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);

/**
 * Runs one step of the start and shows it as one line. On a terminal a step that takes more than
 * a second shows a spinner with the seconds so far; elsewhere a line when it is seen to be slow,
 * and one every ten seconds after that. A failed step is marked and its error passed on.
 *
 * @template T
 * @param {string} label
 * @param {(note: (text: string) => void) => T | Promise<T>} work `note` adds a few words to the line
 * @returns {Promise<T>}
 */
export async function step(label, work, out = process.stdout) {
  const since = performance.now();
  let words = '';
  const show = out.isTTY ? spinner(out, label, since) : plainly(out, label, since);
  try {
    const result = await work((text) => {
      words = `: ${text}`;
    });
    show.end(`✓ ${label}${words} (${seconds(since)} s)`);
    return result;
  } catch (error) {
    show.end(`✗ ${label} (${seconds(since)} s)`);
    throw error;
  }
}

function spinner(out, label, since) {
  let frame = 0;
  const timer = setInterval(() => {
    if (performance.now() - since < 1000) return;
    frame = (frame + 1) % frames.length;
    out.write(`\r\x1b[2K${frames[frame]} ${label} ${seconds(since)} s`);
  }, 100);
  return {
    end: (line) => {
      clearInterval(timer);
      out.write(`\r\x1b[2K${line}\n`);
    },
  };
}

function plainly(out, label, since) {
  const say = () => out.write(`  ${label} … ${seconds(since)} s\n`);
  let again;
  const first = setTimeout(() => {
    say();
    again = setInterval(say, 10_000);
  }, 1000);
  return {
    end: (line) => {
      clearTimeout(first);
      clearInterval(again);
      out.write(`${line}\n`);
    },
  };
}
