export function hasProgram(program: string, probe?: string[]): Promise<boolean>;
export function aptRights(): Promise<string[] | null>;
export function aptInstall(rights: string[], packages: string[]): Promise<string | null>;
/** One sentence part on how to get a program on this machine. */
export function howToGet(program: string, debianPackage?: string): string;
