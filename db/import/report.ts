/** What became of one row that did not arrive as it was. */
export interface RowNote {
  table: string;
  id: string;
  reason: string;
}

export interface TableCount {
  table: string;
  /** Rows in the source; 0 where it has no such table. */
  read: number;
  imported: number;
  /** Repeats that went into another row. */
  merged: number;
  setAside: number;
  /** Rows that were in the target before, with the same id. */
  alreadyThere: number;
}

/** A file whose row arrived and whose bytes did not. */
export interface FileToFetch {
  id: string;
  bucket: string;
  name: string;
}

/**
 * What an import did: ids and reasons. Of values it quotes only labels that are unknown here, and
 * no text, address, token or hash of anybody.
 */
export interface ImportReport {
  tables: TableCount[];
  setAside: RowNote[];
  merged: RowNote[];
  /** Rows that arrived with a value changed, emptied or filled in. */
  changed: RowNote[];
  filesToFetch: FileToFetch[];
  /** Tables and columns of the source that Telloom has no place for. */
  leftBehind: string[];
  absentTables: string[];
  /** `kept`: the source hashed its invitation tokens already. */
  tokens: 'hashed' | 'kept';
}

const heads = ['table', 'read', 'imported', 'merged', 'set aside', 'already there'];
const mostChanges = 20;

/** The report as the command prints it: counts, then every row that was set aside. */
export function formatReport(report: ImportReport): string {
  const rows = report.tables.map((t) => [
    t.table,
    ...[t.read, t.imported, t.merged, t.setAside, t.alreadyThere].map(String),
  ]);
  return `${[
    ...columns([heads, ...rows]),
    ...notes('Set aside', report.setAside, Number.POSITIVE_INFINITY),
    ...notes('Merged', report.merged, mostChanges),
    ...notes('Changed on the way', report.changed, mostChanges),
    ...report.leftBehind.map((what) => `Left behind: ${what}`),
    `Invitation tokens: ${report.tokens === 'kept' ? 'hashes already, kept as they are' : 'stored as their SHA-256'}.`,
    `Files still to be fetched: ${report.filesToFetch.length}.`,
  ].join('\n')}\n`;
}

function columns(rows: string[][]): string[] {
  const widths = heads.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  '),
  );
}

function notes(title: string, list: RowNote[], most: number): string[] {
  const shown = list.slice(0, most).map((n) => `  ${n.table} ${n.id}: ${n.reason}`);
  const rest = list.length - shown.length;
  const more = rest > 0 ? [`  and ${rest} more: --report writes them all`] : [];
  return list.length === 0 ? [] : [`${title}: ${list.length}`, ...shown, ...more];
}
