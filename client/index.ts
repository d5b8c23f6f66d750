export { ApiError, type FieldProblem } from './api-error.ts';
export type { components, paths } from './api-types.ts';
export type { CallOptions } from './caller.ts';
export {
  type Answer,
  createTelloom,
  type Path,
  type PathOf,
  type Request,
  type Telloom,
  type TelloomOptions,
} from './telloom.ts';
