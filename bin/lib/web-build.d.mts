/** Whether `dist/web` was built from the very sources of this checkout. */
export function isBuilt(root: string): boolean;
export function buildWeb(root: string): Promise<void>;
